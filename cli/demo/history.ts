import { randomBytes } from 'node:crypto'
import { castCustomers } from '../../domain/cast.ts'
import { insist } from '../wire/insist.ts'
import { openWire } from '../wire/send.ts'
import type { Colleague } from '../wire/staff.ts'
import { visitorClient } from '../wire/visitor.ts'
import type { Organisation } from './organisation.ts'
import { filledIn, type Scenario } from './scenario.ts'
import { abroadScenarios } from './scenarios-abroad.ts'
import { domesticScenarios } from './scenarios-domestic.ts'

/** All scenarios, domestic ones twice as often. */
export const scenarios: readonly Scenario[] = [...domesticScenarios, ...abroadScenarios, ...domesticScenarios]

/** The name that the customer of this number leaves, or null. */
export function customerName(scenario: Scenario, number: number): string | null {
  const names = castCustomers[scenario.language] ?? []
  return names[number % names.length] ?? null
}

/** Plays so many talks to their end, one after the other, as if they had been held before. */
export async function makeHistory(
  base: string,
  organisation: Organisation,
  talks: number,
  signal: AbortSignal,
): Promise<void> {
  for (let number = 0; number < talks && !signal.aborted; number++) {
    const scenario = scenarios[number % scenarios.length]
    if (scenario) await holdTalk(base, organisation, scenario, number)
  }
}

async function holdTalk(
  base: string,
  organisation: Organisation,
  scenario: Scenario,
  number: number,
): Promise<void> {
  const wire = openWire(base, { address: `10.20.${number >> 8}.${number & 255}` })
  const { widget } = visitorClient(wire)
  const params = { channelKey: organisation.channelKeys[scenario.shop] }
  const name = customerName(scenario, number) ?? undefined
  const { token } = await insist(() => widget.createVisitor({ params, body: { name } }))
  wire.carryToken(token)

  const agents = organisation.agents[scenario.shop]
  const agent = agents[number % agents.length]
  if (!agent) return
  let conversationId = 0
  for (const [by, text] of filledIn(scenario, number)) {
    const key = randomBytes(12).toString('hex')
    if (by === 'c') {
      const sent = await insist(() => widget.sendMessage({ body: { key, text } }))
      conversationId ||= await idOf(agent, sent.conversation)
    } else {
      const reply = { params: { conversationId }, body: { key, text } }
      await insist(() => agent.client.message.reply(reply))
    }
  }
  await wrapUp(organisation, agent, scenario, conversationId)
}

/** The staff's number of a conversation that has just begun: it is among the newest that wait. */
async function idOf(agent: Colleague, publicId: string): Promise<number> {
  const { conversation } = agent.client
  const { conversations } = await insist(() => conversation.listConversations({ query: { view: 'all' } }))
  const newestFirst = conversations.map((row) => row.id).sort((a, b) => b - a)
  for (const conversationId of newestFirst) {
    const one = await insist(() => conversation.getConversation({ params: { conversationId } }))
    if (one.publicId === publicId) return conversationId
  }
  throw new Error('The conversation that has just begun is not in the inbox.')
}

async function wrapUp(
  organisation: Organisation,
  agent: Colleague,
  scenario: Scenario,
  conversationId: number,
): Promise<void> {
  const params = { conversationId }
  const tagId = scenario.tag ? organisation.tagIds.get(scenario.tag) : undefined
  const { conversation } = agent.client
  if (tagId) await insist(() => conversation.setConversationTags({ params, body: { tagIds: [tagId] } }))
  const topicId = organisation.topicIds[scenario.topic] ?? null
  const body = { topicId, outcome: scenario.outcome }
  await insist(() => conversation.resolveConversation({ params, body }))
}
