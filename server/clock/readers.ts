import { type ClockFact, clockFact } from '../../domain/clock/fold.ts'
import type { Reader } from '../platform/event-log/reader.ts'
import { followFacts, type Happened } from './actions/follow.ts'
import { seedClockPolicies } from './actions/policies.ts'

interface Prepared {
  readonly happened: readonly Happened[]
  /** New brands, which get the policy to begin with. */
  readonly brandIds: readonly number[]
}

/** Starts, pauses and ends service clocks by what happens in conversations. */
export const clockReader: Reader<Prepared> = {
  name: 'clock',
  prepare: async (events) => {
    const byConversation = new Map<number, ClockFact[]>()
    for (const event of events) {
      const fact = clockFact(event)
      if (!fact) continue
      const id = Number(event.data.conversationId)
      const facts = byConversation.get(id)
      if (facts) facts.push(fact)
      else byConversation.set(id, [fact])
    }
    const created = events.filter((event) => event.name === 'brand.created')
    return {
      happened: [...byConversation].map(([conversationId, facts]) => ({ conversationId, facts })),
      brandIds: created.map((event) => Number(event.data.brandId)),
    }
  },
  apply: async (work, { happened, brandIds }) => {
    await seedClockPolicies(work, brandIds)
    await followFacts(work, happened)
  },
}
