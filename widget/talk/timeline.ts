import type { VisitorConversation, VisitorMessage } from '../../domain/widget/endpoints.ts'
import { dayOf } from '../language/time.ts'
import type { OutboxEntry } from '../outbox/outbox.ts'
import type { Talk, Talks } from './talks.ts'

/** How far an own message has come. */
export type Progress = 'waiting' | 'failed' | 'delivered' | 'read'

export type Line =
  | { readonly kind: 'day'; readonly id: string; readonly moment: number }
  | {
      readonly kind: 'ended'
      readonly id: string
      readonly info: VisitorConversation
      readonly last: boolean
    }
  | {
      readonly kind: 'message'
      readonly id: string
      readonly conversation: string
      readonly message: VisitorMessage
      readonly progress: Progress | null
      /** Whether it follows the line before closely, from the same side. */
      readonly joined: boolean
    }
  | { readonly kind: 'pending'; readonly id: string; readonly entry: OutboxEntry; readonly joined: boolean }

const closeBy = 5 * 60_000

/**
 * All talks as one list from the oldest to the newest message, then what is still on its way out.
 * A message that the server has is never shown as pending too.
 */
export function timeline(talks: Talks, outbox: readonly OutboxEntry[]): Line[] {
  const lines: Line[] = []
  const stored = new Set<string>()
  let day = ''
  let before: { by: string; name: string | null; moment: number } | null = null

  function joins(by: string, name: string | null, moment: number): boolean {
    if (dayOf(moment) !== day) {
      day = dayOf(moment)
      lines.push({ kind: 'day', id: `day ${day} ${lines.length}`, moment })
      before = null
    }
    const joined =
      before !== null && before.by === by && before.name === name && moment - before.moment < closeBy
    before = { by, name, moment }
    return joined
  }

  withoutHoles(talks.list).forEach(({ info, thread }, index, shown) => {
    for (const message of thread?.messages ?? []) {
      const own = message.by === 'me'
      if (own && message.key) stored.add(message.key)
      const joined = joins(message.by, message.name, Date.parse(message.createdAt))
      const progress = own ? (message.seq <= info.shopReadSeq ? 'read' : 'delivered') : null
      const id = (own && message.key) || `${info.id} ${message.seq}`
      lines.push({ kind: 'message', id, conversation: info.id, message, progress, joined })
    }
    if (!info.open && thread && thread.messages.length > 0) {
      lines.push({ kind: 'ended', id: `ended ${info.id}`, info, last: index === shown.length - 1 })
      before = null
    }
  })
  const read = new Set(talks.list.flatMap(({ info, thread }) => (thread ? info.id : [])))
  for (const entry of outbox)
    if (!stored.has(entry.key) && !(entry.receipt && read.has(entry.receipt.conversation)))
      lines.push({ kind: 'pending', id: entry.key, entry, joined: joins('me', null, entry.at) })
  return lines
}

/** From the newest talk back to the first whose beginning has not been read; before that something would be missing. */
function withoutHoles(list: readonly Talk[]): readonly Talk[] {
  const cut = list.findLastIndex(
    ({ thread }, index) => thread?.earlier || (thread === null && index < list.length - 1),
  )
  return list.slice(Math.max(0, cut))
}
