import { holdTurn } from '../outbox/turn.ts'
import type { Call } from '../wire/call.ts'
import { subjectOf } from './identity.ts'
import type { Shelf } from './shelf.ts'

/** Who writes here, as the server knows them. */
export interface Visit {
  readonly token: string
  readonly name: string | null
  readonly email: string | null
  readonly verified: boolean
}

/** What a visitor says about themselves before the first message. */
export interface Details {
  readonly name?: string
  readonly email?: string
}

/** Why this visitor may be told apart from an anonymous one. */
export interface Proof {
  readonly identity?: string
  readonly link?: string
}

const anonymous = 'anonymous'

/** The name under which a visitor's token and unsent messages are kept: never the same for two people. */
export function scopeOf(proof: Proof): string {
  if (proof.identity) return `sub:${subjectOf(proof.identity) ?? proof.identity.slice(-40)}`
  return proof.link ? `link:${proof.link.slice(0, 12)}` : anonymous
}

/** Tokens of this browser. One visitor at a time is current. */
export interface Visits {
  readonly scope: string
  stored(): Visit | undefined
  /** The stored visit, or a new one from the server; tabs that ask at the same time get the same. */
  ensure(details: Details): Promise<Visit>
  /** Drops a token that the server no longer knows. */
  forget(token: string): void
  save(visit: Visit): void
}

/**
 * The visitor of this proof. An anonymous token is never used for a proven visitor, nor the reverse.
 * @param proof asked each time, because a page may sign a fresh one for the same customer
 */
export function openVisits(shelf: Shelf, call: Call, channelKey: string, proof: () => Proof): Visits {
  const scope = scopeOf(proof())
  const name = `visit:${scope}`
  for (const other of shelf.names('visit:sub:')) if (proof().identity && other !== name) shelf.remove(other)
  const stored = () => shelf.read<Visit>(name)
  return {
    scope,
    stored,
    ensure: (details) =>
      holdTurn(shelf, `visit:${scope}`, async () => {
        const held = stored()
        if (held) return held
        const reply = await call('createVisitor', {
          params: { channelKey },
          body: { ...proof(), ...details },
        })
        const visit = {
          token: reply.token,
          name: reply.customerName ?? details.name ?? null,
          email: reply.email ?? details.email ?? null,
          verified: reply.verified,
        }
        shelf.write(name, visit)
        return visit
      }),
    forget(token) {
      if (stored()?.token === token) shelf.remove(name)
    },
    save: (visit) => shelf.write(name, visit),
  }
}
