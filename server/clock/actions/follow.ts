import { type ClockCommand, type ClockFact, type ClockState, foldClocks } from '../../../domain/clock/fold.ts'
import type { ClockKind } from '../../../domain/clock/kinds.ts'
import type { Work } from '../../platform/work.ts'
import { type OpenClocks, selectAnsweredBefore, selectOpenClocks, selectWrittenTo } from '../store/clocks.ts'
import { carryOut, type Ordered } from './carry-out.ts'

/** What happened in one conversation, in order. */
export interface Happened {
  readonly conversationId: number
  readonly facts: readonly ClockFact[]
}

/**
 * Lets the clocks follow what happened. Most messages come while the clocks they would start run already: then one
 * query finds out, and nothing is written.
 */
export async function followFacts(work: Work, happened: readonly Happened[]): Promise<void> {
  if (happened.length === 0) return
  const known = await statesOf(work, happened)
  const orders: Ordered[] = []
  for (const { conversationId, facts } of happened) {
    let state = known(conversationId)
    const commands: ClockCommand[] = []
    for (const fact of facts) {
      const next = foldClocks(state, fact)
      state = next.state
      commands.push(...next.commands)
    }
    if (commands.length > 0) orders.push({ conversationId, commands })
  }
  if (orders.length > 0) await carryOut(work, orders)
}

/** How the clocks stood before. What clocks do not tell is asked of the thread, for the few that need it. */
async function statesOf(
  work: Work,
  happened: readonly Happened[],
): Promise<(conversationId: number) => ClockState> {
  const ids = happened.map((one) => one.conversationId)
  const rows = new Map((await selectOpenClocks(work.tx, ids)).map((row) => [row.conversationId, row]))
  const lines = happened.flatMap(({ conversationId, facts }) => {
    const first = facts.find((fact) => fact.what === 'customer_wrote')
    const unclear = first && first.seq > 1 && !rows.get(conversationId)?.first
    return unclear ? [{ conversationId, seq: first.seq }] : []
  })
  const unclocked = happened.flatMap(({ conversationId, facts }) =>
    !rows.has(conversationId) && facts[0]?.what !== 'customer_wrote' ? [conversationId] : [],
  )
  const answered = lines.length > 0 ? await selectAnsweredBefore(work.tx, lines) : new Set<number>()
  const written = unclocked.length > 0 ? await selectWrittenTo(work.tx, unclocked) : new Set<number>()
  return (id) => stateOf(rows.get(id), { answered: answered.has(id), written: written.has(id) })
}

function stateOf(
  row: OpenClocks | undefined,
  thread: { readonly answered: boolean; readonly written: boolean },
): ClockState {
  const open = (row?.open ?? '').split(',').filter((text) => text !== '')
  return {
    open: new Map(
      open.map((text) => [text.replace('-', '') as ClockKind, text.endsWith('-') ? 'paused' : 'running']),
    ),
    firstSettled: row?.first === true || thread.answered,
    customerWrote: row !== undefined || thread.written,
  }
}
