import type { LoggedEvent } from '../../domain/event.ts'
import type { MessageView } from '../../domain/message/endpoints.ts'
import type { Platform } from '../platform/work.ts'
import { linesById } from '../view/thread.ts'

/** What the log does not tell and the sockets need: words, public ids, names. Read once for a batch of events. */
export interface Facts {
  /** Conversations whose lines were read. */
  readonly heard: ReadonlySet<number>
  readonly lines: ReadonlyMap<number, MessageView>
  readonly publicIds: ReadonlyMap<number, string>
  readonly staffNames: ReadonlyMap<number, string>
}

/** The conversation an event is about, if it is about one. */
export function conversationOf(event: LoggedEvent): number | null {
  const id = event.data.conversationId
  return typeof id === 'number' && !event.name.startsWith('notice.') ? id : null
}

/** Loads the facts of those events that somebody here hears in full. */
export async function loadFacts(
  platform: Platform,
  events: readonly LoggedEvent[],
  isHeard: (conversationId: number) => boolean,
): Promise<Facts> {
  const ids = new Set(events.flatMap((event) => conversationOf(event) ?? []))
  const heardIds = new Set([...ids].filter(isHeard))
  const heard = events.filter((event) => heardIds.has(conversationOf(event) ?? 0))
  const messageIds = numbers(heard, 'messageId')
  const started = heard.filter((event) => event.name === 'conversation.started')
  const staffIds = [...numbers(heard, 'staffId'), ...numbers(heard, 'toStaffId')]
  const [lines, publicIds, staffNames] = await Promise.all([
    messageIds.length > 0 ? linesById(platform, messageIds) : [],
    started.length > 0 ? publicIdsOf(platform, numbers(started, 'conversationId')) : [],
    staffIds.length > 0 ? namesOf(platform, staffIds) : [],
  ])
  return {
    heard: heardIds,
    lines: new Map(lines.map((line) => [line.id, line])),
    publicIds: new Map(publicIds.map((row) => [row.id, row.public_id])),
    staffNames: new Map(staffNames.map((row) => [row.id, row.name])),
  }
}

/** Whether somebody hears of a conversation by now whose facts were not loaded. */
export function lacksFacts(
  events: readonly LoggedEvent[],
  facts: Facts,
  isHeard: (conversationId: number) => boolean,
): boolean {
  return events.some((event) => {
    const id = conversationOf(event)
    return id !== null && isHeard(id) && !facts.heard.has(id)
  })
}

function numbers(events: readonly LoggedEvent[], field: string): number[] {
  const found = events.flatMap((event) => {
    const value = event.data[field]
    return typeof value === 'number' ? [value] : []
  })
  return [...new Set(found)]
}

async function publicIdsOf(platform: Platform, ids: number[]) {
  return platform.kysely
    .selectFrom('conversation')
    .select(['id', 'public_id'])
    .where('id', 'in', ids)
    .execute()
}

async function namesOf(platform: Platform, ids: number[]) {
  return platform.kysely.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
}
