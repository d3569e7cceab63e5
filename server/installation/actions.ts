import { widgetTag } from '../../domain/channel/widget-tag.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import { defaultCannedReplies, defaultTopics } from '../../domain/installation/defaults.ts'
import type { installationEndpoints } from '../../domain/installation/endpoints.ts'
import { createBrand } from '../brand/actions.ts'
import { createCannedReply } from '../canned-reply/actions.ts'
import { seedClockPolicies } from '../clock/actions/policies.ts'
import { hashPassword } from '../platform/auth/passwords.ts'
import { hashOfToken, randomToken } from '../platform/auth/random-token.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { type Platform, system, transact, type Work } from '../platform/work.ts'
import { createShop } from '../shop/actions.ts'
import { createOwner, ownerExists, ownerExistsLocked } from '../staff/actions/owner.ts'
import { createTopic } from '../topic/actions.ts'
import { deleteSetupTokens, hasSetupToken, insertSetupToken } from './store.ts'

type SetUp = EndpointOutput<typeof installationEndpoints.setUp>

/**
 * A new one-time token for the set-up page, to be printed; null once there is an owner. Earlier ones stay valid
 * until the set-up, since another process may have printed them. Only hashes are kept.
 */
export async function ensureSetupToken(platform: Platform): Promise<{ token: string } | null> {
  if (await ownerExists(platform.kysely)) return null
  const { token, hash } = randomToken()
  await insertSetupToken(platform.kysely, hash, platform.now())
  return { token }
}

/** Whether the owner is there. */
export async function isReady(platform: Platform): Promise<boolean> {
  return ownerExists(platform.kysely)
}

export interface SetUpInput {
  readonly token: string
  readonly owner: {
    readonly name: string
    readonly email: string
    readonly password: string
    readonly language: string
  }
  readonly brand: { readonly name: string }
  readonly shop: {
    readonly name: string
    readonly timeZone: string
    readonly languages: readonly string[]
    readonly colour?: string | undefined
  }
}

/**
 * Makes the owner, the first brand with its topics, canned replies and clock policy, and the first shop with its webchat, all or
 * nothing. Of two at once, one wins. `origin` stands in the widget's tag. Refuses `setup_done`, `setup_token_wrong`.
 */
export async function setUp(platform: Platform, input: SetUpInput, origin: string): Promise<SetUp> {
  await requireToken(platform, input.token)
  const passwordHash = await hashPassword(platform, input.owner.password)
  return transact(platform, system, async (work) => {
    if (await ownerExistsLocked(work.tx)) throw refuse('setup_done')
    const { name, email, language } = input.owner
    const staffId = await createOwner(work, { name, email, language, passwordHash })
    const brandId = await createBrand(work, input.brand)
    await furnishBrand(work, brandId)
    const { shopId, channelId, channelKey } = await createShop(work, { ...input.shop, brandId })
    await deleteSetupTokens(work.tx)
    await appendEvent(work, {
      name: 'installation.set_up',
      brandId,
      data: { staffId, brandId, shopId },
      audience: [audience.everybody],
    })
    return { brandId, shopId, channelId, channelKey, widgetTag: widgetTag(origin, channelKey) }
  })
}

async function requireToken({ kysely }: Platform, token: string): Promise<void> {
  if (await ownerExists(kysely)) throw refuse('setup_done')
  if (!(await hasSetupToken(kysely, hashOfToken(token)))) throw refuse('setup_token_wrong')
}

/** Gives a new brand its topics and shared canned replies to begin with. */
export async function furnishBrand(work: Work, brandId: number): Promise<void> {
  for (const { stage, name, children } of defaultTopics) {
    const parentId = await createTopic(work, { brandId, parentId: null, stage, name })
    for (const child of children) await createTopic(work, { brandId, parentId, stage, name: child })
  }
  for (const reply of defaultCannedReplies)
    await createCannedReply(work, { ...reply, brandId, ownerId: null })
  await seedClockPolicies(work, [brandId])
}
