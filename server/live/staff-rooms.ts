import type { FastifyRequest } from 'fastify'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { audience, type LoggedEvent } from '../../domain/event.ts'
import type { ConversationEvent, StaffPush } from '../../domain/live/frames.ts'
import { covers, type Reach, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { Hub } from '../platform/socket/hub.ts'
import type { SocketConnection } from './connection.ts'
import { conversationOf, type Facts } from './facts.ts'
import type { ViewerSource } from './viewer-source.ts'

/** Key of those who may see every shop of every brand. */
const everything = 'everything'

type StaffClient = SocketConnection

interface Seat {
  viewer: Viewer
  reach: Reach
  readonly request: FastifyRequest
  readonly watched: Set<number>
}

/** The sockets of staff: who hears what. */
export class StaffRooms {
  readonly #hub = new Hub<StaffClient>()
  readonly #seats = new Map<StaffClient, Seat>()

  get size(): number {
    return this.#seats.size
  }

  join(client: StaffClient, viewer: Viewer, request: FastifyRequest): void {
    const reach = reachOf(viewer, 'conversation.read')
    this.#seats.set(client, { viewer, reach, request, watched: new Set() })
    this.#hub.join(client, keysOf(viewer, reach))
  }

  leave(client: StaffClient): number[] {
    const watched = [...(this.#seats.get(client)?.watched ?? [])]
    this.#seats.delete(client)
    this.#hub.remove(client)
    return watched
  }

  viewer(client: StaffClient): Viewer | null {
    return this.#seats.get(client)?.viewer ?? null
  }

  watch(client: StaffClient, conversationId: number): void {
    const seat = this.#seats.get(client)
    if (!seat) return
    seat.watched.add(conversationId)
    this.#hub.join(client, [watchKey(conversationId)])
  }

  unwatch(client: StaffClient, conversationId: number): void {
    this.#seats.get(client)?.watched.delete(conversationId)
    this.#hub.leave(client, watchKey(conversationId))
  }

  isWatched(conversationId: number): boolean {
    return this.#hub.anyone(watchKey(conversationId))
  }

  watches(client: StaffClient, conversationId: number): boolean {
    return this.#seats.get(client)?.watched.has(conversationId) ?? false
  }

  watchedBy(client: StaffClient): ReadonlySet<number> {
    return this.#seats.get(client)?.watched ?? new Set()
  }

  sendToWatchers(conversationId: number, frame: string): void {
    for (const client of this.#hub.holders([watchKey(conversationId)])) client.send(frame)
  }

  /** Events in full to those who look at their conversation; the names of other terms to those they concern. */
  publish(events: readonly LoggedEvent[], facts: Facts, position: string): void {
    const byConversation = new Map<number, ConversationEvent[]>()
    const stale = new Map<StaffClient, Set<string>>()
    for (const event of events) {
      const conversationId = conversationOf(event)
      if (conversationId === null) {
        for (const client of this.#hub.holders(hearers(event))) {
          const terms = stale.get(client) ?? new Set()
          stale.set(client, terms.add(event.name.split('.')[0] ?? ''))
        }
      } else if (this.isWatched(conversationId)) {
        const list = byConversation.get(conversationId) ?? []
        byConversation.set(conversationId, list)
        list.push(fullEvent(event, conversationId, facts))
      }
    }
    for (const [conversationId, list] of byConversation) {
      this.sendToWatchers(conversationId, frame({ type: 'events', events: list, position }))
    }
    for (const [client, terms] of stale) client.send(frame({ type: 'stale', terms: [...terms], position }))
  }

  /** Changed rows to everybody who sees them; `left` to those who no longer do. `more`: not all that changed. */
  publishRows(
    rows: readonly ConversationRow[],
    heardBy: ReadonlyMap<number, ReadonlySet<string>>,
    position: string,
    more = false,
  ): void {
    const perClient = new Map<StaffClient, ConversationRow[]>()
    for (const row of rows) {
      for (const client of this.#hub.holders(rowHearers(row, heardBy.get(row.id)))) {
        const seat = this.#seats.get(client)
        if (!seat) continue
        if (sees(seat, row)) {
          const list = perClient.get(client)
          if (list) list.push(row)
          else perClient.set(client, [row])
        } else {
          this.unwatch(client, row.id)
          client.send(frame({ type: 'left', conversationId: row.id }))
        }
      }
    }
    const frameOf = rowFrames(position, more)
    for (const [client, list] of perClient) client.send(frameOf(list))
  }

  /** Measures the sockets of these people anew: signed-out ones are closed, what is out of reach is left. */
  async measureAgain(
    concerns: (viewer: Viewer) => boolean,
    viewers: ViewerSource,
    rowsOf: (ids: readonly number[]) => Promise<readonly ConversationRow[]>,
  ): Promise<void> {
    for (const [client, seat] of [...this.#seats]) {
      if (!concerns(seat.viewer)) continue
      const viewer = await viewers.viewerOf(seat.request)
      if (!viewer) {
        client.close(4401, 'signed out')
        continue
      }
      seat.viewer = viewer
      seat.reach = reachOf(viewer, 'conversation.read')
      for (const key of [...this.#hub.keysOf(client)]) {
        if (!key.startsWith('watch:')) this.#hub.leave(client, key)
      }
      this.#hub.join(client, keysOf(viewer, seat.reach))
      const rows = seat.watched.size > 0 ? await rowsOf([...seat.watched]) : []
      const seen = new Set(rows.flatMap((row) => (sees(seat, row) ? [row.id] : [])))
      for (const conversationId of seat.watched) {
        if (seen.has(conversationId)) continue
        this.unwatch(client, conversationId)
        client.send(frame({ type: 'left', conversationId }))
      }
    }
  }

  closeAll(): void {
    for (const client of this.#seats.keys()) client.close(1001, 'the server stops')
  }
}

/** The full event for those who look; a line that is gone is left out. */
export function fullEvent(event: LoggedEvent, conversationId: number, facts: Facts): ConversationEvent {
  const messageId = event.data.messageId
  const line = typeof messageId === 'number' ? facts.lines.get(messageId) : undefined
  return {
    name: event.name,
    conversationId,
    actor: event.actor,
    data: { ...event.data },
    ...(line ? { message: line } : {}),
    happenedAt: event.happenedAt.toISOString(),
  }
}

/** Keys of those who are told of a row: all who may see it, or only those who have or watch it. */
function rowHearers(row: ConversationRow, all: ReadonlySet<string> | undefined): string[] {
  const concerned = [watchKey(row.id), ...(row.assigneeId ? [audience.staff(row.assigneeId)] : [])]
  return all ? [...concerned, ...all, audience.brand(row.brandId), everything] : concerned
}

/** Keys of those who hear of an event that is not about a conversation. */
function hearers(event: LoggedEvent): string[] {
  const wide = event.audience.some((key) => key.startsWith('shop:') || key.startsWith('brand:'))
  if (!wide) return [...event.audience]
  return [...event.audience, everything, ...(event.brandId === null ? [] : [audience.brand(event.brandId)])]
}

/** The audience keys of a person: what lists and notices they hear of. */
function keysOf(viewer: Viewer, reach: Reach): string[] {
  return [
    audience.everybody,
    audience.staff(viewer.staffId),
    ...(reach.everything ? [everything] : []),
    ...reach.brandIds.map(audience.brand),
    ...reach.shopIds.map(audience.shop),
    ...reach.teamIds.map(audience.team),
  ]
}

function sees(seat: Seat, row: ConversationRow): boolean {
  return covers(seat.reach, row) || row.assigneeId === seat.viewer.staffId
}

/** Frames of rows: each row is written once, and each set of rows is put together once, for all who get it. */
function rowFrames(position: string, more: boolean): (rows: readonly ConversationRow[]) => string {
  const written = new Map<number, string>()
  const built = new Map<string, string>()
  const write = (row: ConversationRow) => {
    const text = written.get(row.id) ?? JSON.stringify(row)
    written.set(row.id, text)
    return text
  }
  const end = `],${more ? '"more":true,' : ''}"position":"${position}"}`
  return (rows) => {
    const name = rows.map((row) => row.id).join()
    const text = built.get(name) ?? `{"type":"rows","rows":[${rows.map(write).join()}${end}`
    built.set(name, text)
    return text
  }
}

function watchKey(conversationId: number): string {
  return `watch:${conversationId}`
}

function frame(push: StaffPush): string {
  return JSON.stringify(push)
}
