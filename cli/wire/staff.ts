import { api } from '../../domain/api.ts'
import { createClient } from '../../domain/client.ts'
import type { StaffPush } from '../../domain/live/frames.ts'
import type { BuiltInRoleKey } from '../../domain/staff/roles.ts'
import { insist } from './insist.ts'
import { type LiveSocket, openLiveSocket } from './live-socket.ts'
import { openWire, type Wire, type WireOptions } from './send.ts'

/** A person who is signed in. */
export interface Colleague {
  readonly staffId: number
  readonly name: string
  readonly client: ReturnType<typeof staffClient>
  readonly wire: Wire
}

export function staffClient(wire: Wire) {
  return createClient(api, wire.send)
}

export interface NewColleague {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly language: 'zh-CN' | 'en'
  readonly role: BuiltInRoleKey
  readonly teamIds?: number[]
  /** Where the role holds; without them everywhere. */
  readonly brandId?: number
  readonly shopId?: number
}

/** Signs a person in with e-mail and password. */
export async function signIn(
  base: string,
  email: string,
  password: string,
  options: WireOptions = {},
): Promise<Colleague> {
  const wire = openWire(base, options)
  const client = staffClient(wire)
  await insist(() => client.staff.signIn({ body: { email, password } }))
  return colleague(wire)
}

/** Hires a person as an administrator does: invites, and the person accepts. */
export async function hire(
  admin: Colleague,
  person: NewColleague,
  options: WireOptions = {},
): Promise<Colleague> {
  const { roles } = await insist(() => admin.client.staff.listRoles())
  const role = roles.find((one) => one.builtIn === person.role)
  if (!role) throw new Error(`There is no role ${person.role}.`)
  const grant = {
    roleId: role.id,
    brandId: person.brandId ?? null,
    shopId: person.shopId ?? null,
    teamId: null,
  }
  const { link } = await insist(() =>
    admin.client.staff.invite({
      body: { email: person.email, name: person.name, grants: [grant], teamIds: person.teamIds ?? [] },
    }),
  )
  const wire = openWire(admin.wire.base, options)
  const { name, password, language } = person
  await insist(() =>
    staffClient(wire).staff.acceptInvitation({ body: { token: tokenOf(link), name, password, language } }),
  )
  return colleague(wire)
}

async function colleague(wire: Wire): Promise<Colleague> {
  const client = staffClient(wire)
  const me = await insist(() => client.staff.getMe())
  return { staffId: me.staffId, name: me.name, client, wire }
}

/** The token at the end of a link. */
function tokenOf(link: string): string {
  return /([A-Za-z0-9_-]{16,})$/.exec(link)?.[1] ?? ''
}

/** A colleague's live socket. */
export function openStaffSocket(person: Colleague, onPush: (push: StaffPush) => void): Promise<LiveSocket> {
  return openLiveSocket<StaffPush>({
    url: `${person.wire.base}/api/socket`,
    headers: () => ({ cookie: person.wire.cookie(), origin: person.wire.base }),
    hello: (since) => ({ type: 'hello', since }),
    onPush,
  })
}
