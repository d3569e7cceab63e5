import { type CastShopKey, castBrand, castShops, castStaff } from '../../domain/cast.ts'
import type { OwnServer } from '../wire/own-server.ts'
import { setUp } from '../wire/set-up.ts'
import { type Colleague, hire, signIn } from '../wire/staff.ts'
import { cannedReplies, departments, stems, type TopicKey, tags, teams, topics } from './catalogue.ts'

/** Everybody in the demo signs in with it. */
export const demoPassword = 'kapok-demo-2026'

/** The demo's shops and people, as its talks need them. */
export interface Organisation {
  readonly owner: Colleague
  readonly brandId: number
  /** Keys of the channels by shop. */
  readonly channelKeys: Readonly<Record<CastShopKey, string>>
  /** Who answers in which shop. */
  readonly agents: Readonly<Record<CastShopKey, readonly Colleague[]>>
  readonly topicIds: Readonly<Partial<Record<TopicKey, number>>>
  readonly tagIds: ReadonlyMap<string, number>
  /** Whether all of it was made just now, without any talk yet. */
  readonly fresh: boolean
}

/** Makes brand, shops, staff and all they keep, or finds them where the demo was started before. */
export async function organise(server: OwnServer): Promise<Organisation> {
  const fresh = server.setUpToken() !== null
  const owner = fresh ? await makeAll(server) : await ownerOf(server)
  const { client } = owner
  const { shops } = await client.shop.listShops()
  const { channels } = await client.channel.listChannels()
  const { topics: kept } = await client.topic.listTopics()
  const { tags: keptTags } = await client.tag.listTags()
  const keyOf = (shop: CastShopKey) => {
    const shopId = shops.find((one) => one.name === castShops[shop].name)?.id
    return channels.find((one) => one.shopId === shopId)?.key ?? ''
  }
  const topicIds: Partial<Record<TopicKey, number>> = {}
  for (const key of Object.keys(topics) as TopicKey[]) {
    topicIds[key] = kept.find((one) => one.name.en === topics[key].name.en)?.id
  }
  return {
    owner,
    brandId: shops[0]?.brandId ?? 0,
    channelKeys: { home: keyOf('home'), abroad: keyOf('abroad') },
    agents: { home: await agentsOf(server, 'home'), abroad: await agentsOf(server, 'abroad') },
    topicIds,
    tagIds: new Map(keptTags.map((tag) => [tag.name, tag.id])),
    fresh,
  }
}

function ownerOf(server: OwnServer): Promise<Colleague> {
  return signIn(server.base, castStaff[0].email, demoPassword)
}

function agentsOf(server: OwnServer, shop: CastShopKey): Promise<Colleague[]> {
  const people = castStaff.filter((person) => 'answers' in person && person.answers === shop)
  return Promise.all(
    people.map((person, n) =>
      signIn(server.base, person.email, demoPassword, { address: `10.8.${shop.length}.${n}` }),
    ),
  )
}

async function makeAll(server: OwnServer): Promise<Colleague> {
  const [first] = castStaff
  const { home, abroad } = castShops
  const founded = await setUp(server, {
    owner: { name: first.name, email: first.email, password: demoPassword, language: first.language },
    brand: castBrand,
    shop: { ...home, languages: [...home.languages] },
  })
  const { owner, brandId, shopId } = founded
  const other = await owner.client.shop.createShop({
    body: { ...abroad, brandId, languages: [...abroad.languages] },
  })
  await keepCatalogue(owner, brandId)
  const teamIds = await makeTeams(owner, brandId)
  const shopIds = { home: shopId, abroad: other.shopId }
  for (const [n, person] of castStaff.entries()) {
    if (n === 0) continue
    const answers = 'answers' in person ? person.answers : undefined
    const team = answers === 'abroad' ? 2 : n % 2
    await hire(
      owner,
      {
        ...person,
        password: demoPassword,
        teamIds: answers ? [teamIds[team] ?? 0] : [],
        brandId: answers ? brandId : undefined,
        shopId: answers ? shopIds[answers] : undefined,
      },
      { address: `10.8.0.${n}` },
    )
  }
  return owner
}

async function makeTeams({ client }: Colleague, brandId: number): Promise<number[]> {
  for (const name of departments) await client.department.createDepartment({ body: { brandId, name } })
  const ids: number[] = []
  for (const name of teams) ids.push((await client.team.createTeam({ body: { brandId, name } })).teamId)
  return ids
}

async function keepCatalogue({ client }: Colleague, brandId: number): Promise<void> {
  for (const tag of tags) await client.tag.createTag({ body: { ...tag, brandId } })
  for (const reply of cannedReplies) {
    await client.cannedReply.createCannedReply({ body: { ...reply, brandId, shared: true } })
  }
  for (const [stage, name] of Object.entries(stems)) {
    const children = Object.values(topics).filter((topic) => topic.stage === stage)
    const own = children[0]?.stage
    if (!own) continue
    const stem = await client.topic.createTopic({ body: { brandId, parentId: null, stage: own, name } })
    for (const child of children) {
      await client.topic.createTopic({ body: { brandId, parentId: stem.topicId, ...child } })
    }
  }
}
