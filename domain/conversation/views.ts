import type { InboxView } from './endpoints.ts'
import type { ConversationState } from './state.ts'

/** What decides in which views of the inbox a conversation stands. */
export interface ViewFacts {
  readonly state: ConversationState
  readonly assigneeId: number | null
  readonly offlineMessageAt: string | null
}

const atWork: readonly ConversationState[] = ['queued', 'in_service', 'waiting_customer', 'waiting_inside']

/**
 * Whether a conversation stands in this view for this person: mine and all hold what is at work,
 * queue what nobody has, offline what was left as an offline message and is not settled, closed what is resolved or ended.
 */
export function standsInView(view: InboxView, facts: ViewFacts, staffId: number): boolean {
  switch (view) {
    case 'mine':
      return atWork.includes(facts.state) && facts.assigneeId === staffId
    case 'queue':
      return facts.state === 'queued'
    case 'offline':
      return atWork.includes(facts.state) && facts.offlineMessageAt !== null
    case 'all':
      return atWork.includes(facts.state)
    case 'closed':
      return !atWork.includes(facts.state)
  }
}
