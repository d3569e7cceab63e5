import type { MessageView } from '../../domain/message/endpoints.ts'
import { mayRecall, staffRecallSeconds } from '../../domain/message/recall.ts'
import type { Outgoing } from './outbox.ts'

/** What the thread draws, from top to bottom. */
/** `follows`: the same writer right before, so no name again. `ends`: the last of such a group. */
export type ThreadItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | {
      kind: 'line'
      key: string
      line: MessageView
      follows: boolean
      ends: boolean
    }
  | { kind: 'outgoing'; key: string; line: Outgoing }

/** Lines of one writer closer than this stand together, in milliseconds. */
const together = 5 * 60_000

/**
 * The items of a thread: a divider before each new day of the viewer, one before the first unread line,
 * (none where nothing was read before), and behind everything what is still on its way. `dayOf` names the day of a moment in the viewer's zone.
 */
export function threadItems(
  lines: readonly MessageView[],
  outgoing: readonly Outgoing[],
  unreadAfter: number | null,
  dayOf: (at: number) => string,
): ThreadItem[] {
  const items: ThreadItem[] = []
  let day = ''
  let before: MessageView | null = null
  for (const line of lines) {
    const at = Date.parse(line.createdAt)
    const today = dayOf(at)
    const divided = today !== day
    if (divided) items.push({ kind: 'day', key: `day ${today}`, at })
    day = today
    const firstUnread =
      unreadAfter !== null && line.seq > unreadAfter && before !== null && before.seq <= unreadAfter
    if (firstUnread) items.push({ kind: 'unread', key: 'unread' })
    const follows = !divided && !firstUnread && sameWriter(before, line)
    const last = items.at(-1)
    if (follows && last?.kind === 'line') last.ends = false
    items.push({ kind: 'line', key: line.key ?? `line ${line.seq}`, line, follows, ends: true })
    before = line
  }
  for (const line of outgoing) {
    const today = dayOf(line.at)
    if (today !== day) items.push({ kind: 'day', key: `day ${today}`, at: line.at })
    day = today
    items.push({ kind: 'outgoing', key: line.key, line })
  }
  return items
}

function sameWriter(before: MessageView | null, line: MessageView): boolean {
  return (
    before !== null &&
    before.kind === line.kind &&
    line.kind !== 'step' &&
    before.authorKind === line.authorKind &&
    before.authorId === line.authorId &&
    Date.parse(line.createdAt) - Date.parse(before.createdAt) < together
  )
}

/** How far the customer has come with our line. */
export function deliveryOf(line: MessageView, customerReadSeq: number): 'read' | 'delivered' | null {
  if (line.kind !== 'message' || line.authorKind !== 'staff' || line.recalledAt) return null
  return line.seq <= customerReadSeq ? 'read' : 'delivered'
}

/** Whether this person may still take this line back. `now` in epoch milliseconds. */
export function mayTakeBack(line: MessageView, staffId: number, now: number): boolean {
  return (
    line.kind !== 'step' &&
    line.authorKind === 'staff' &&
    line.authorId === staffId &&
    line.recalledAt === null &&
    mayRecall(new Date(line.createdAt), new Date(now), staffRecallSeconds)
  )
}
