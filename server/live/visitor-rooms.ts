import type { LoggedEvent } from '../../domain/event.ts'
import type { VisitorPush } from '../../domain/live/frames.ts'
import { Hub } from '../platform/socket/hub.ts'
import { visitorLine } from '../view/visitor-thread.ts'
import type { SocketConnection } from './connection.ts'
import { conversationOf, type Facts } from './facts.ts'

export interface VisitorSeat {
  readonly customerId: number
  readonly shopId: number
}

/** The sockets of visitors: each hears of its own conversations only, and only what a customer may know. */
export class VisitorRooms {
  readonly #hub = new Hub<SocketConnection>()
  readonly #seats = new Map<SocketConnection, VisitorSeat>()
  readonly #publicIds = new Map<number, string>()

  get size(): number {
    return this.#seats.size
  }

  join(
    client: SocketConnection,
    seat: VisitorSeat,
    conversations: readonly { id: number; publicId: string }[],
  ): void {
    this.#seats.set(client, seat)
    this.#hub.join(client, [seatKey(seat), ...conversations.map((one) => roomKey(one.id))])
    for (const one of conversations) this.#publicIds.set(one.id, one.publicId)
  }

  leave(client: SocketConnection): number[] {
    const rooms = [...this.#hub.keysOf(client)].flatMap((key) =>
      key.startsWith('room:') ? [Number(key.slice(5))] : [],
    )
    this.#seats.delete(client)
    this.#hub.remove(client)
    for (const id of rooms) if (!this.isHeld(id)) this.#publicIds.delete(id)
    return rooms
  }

  isHeld(conversationId: number): boolean {
    return this.#hub.anyone(roomKey(conversationId))
  }

  /** The number of a conversation that the client holds, by its public id. */
  heldBy(client: SocketConnection, publicId: string): number | null {
    for (const key of this.#hub.keysOf(client)) {
      if (!key.startsWith('room:')) continue
      const id = Number(key.slice(5))
      if (this.#publicIds.get(id) === publicId) return id
    }
    return null
  }

  held(client: SocketConnection): number[] {
    return [...this.#hub.keysOf(client)].flatMap((key) =>
      key.startsWith('room:') ? [Number(key.slice(5))] : [],
    )
  }

  /** Conversations that start here and whose customer sits at a socket. */
  startedBySeated(events: readonly LoggedEvent[]): ReadonlySet<number> {
    const started = events.flatMap(({ name, data }) => {
      const { conversationId, customerId, shopId } = data as Record<string, number>
      if (name !== 'conversation.started' || !conversationId || !customerId || !shopId) return []
      return this.#hub.anyone(seatKey({ customerId, shopId })) ? [conversationId] : []
    })
    return new Set(started)
  }

  /** Conversations that have just started join the sockets of their customer in that shop. */
  joinStarted(events: readonly LoggedEvent[], facts: Facts): void {
    for (const event of events) {
      if (event.name !== 'conversation.started') continue
      const { conversationId, customerId, shopId } = event.data as Record<string, number>
      const publicId = facts.publicIds.get(conversationId ?? 0)
      if (!conversationId || !customerId || !shopId || !publicId) continue
      for (const client of this.#hub.holders([seatKey({ customerId, shopId })])) {
        this.#publicIds.set(conversationId, publicId)
        this.#hub.join(client, [roomKey(conversationId)])
      }
    }
  }

  publish(events: readonly LoggedEvent[], facts: Facts, position: string): void {
    for (const event of events) {
      const conversationId = conversationOf(event)
      if (conversationId === null || !this.isHeld(conversationId)) continue
      const push = this.pushOf(event, conversationId, facts, position)
      if (!push) continue
      const text = JSON.stringify(push)
      for (const client of this.#hub.holders([roomKey(conversationId)])) client.send(text)
    }
  }

  /** What a customer is told of an event; null for what is not theirs to know. */
  pushOf(event: LoggedEvent, conversationId: number, facts: Facts, position: string): VisitorPush | null {
    const conversation = this.#publicIds.get(conversationId)
    if (!conversation) return null
    const seq = Number(event.data.seq ?? 0)
    switch (event.name) {
      case 'message.appended': {
        const line = facts.lines.get(Number(event.data.messageId))
        if (event.data.kind !== 'message' || !line) return null
        return { type: 'message', conversation, message: visitorLine(line), position }
      }
      case 'message.recalled':
        return { type: 'recalled', conversation, seq, position }
      case 'conversation.read':
        return { type: 'read', conversation, by: event.data.by === 'staff' ? 'shop' : 'me', seq, position }
      case 'conversation.taken':
      case 'conversation.assigned':
        return { type: 'agent', conversation, name: nameOf(facts, event.data.staffId), position }
      case 'conversation.handed_over':
        return { type: 'agent', conversation, name: nameOf(facts, event.data.toStaffId), position }
      case 'conversation.released':
        return { type: 'agent', conversation, name: null, position }
      case 'conversation.ended':
        return { type: 'ended', conversation, position }
      case 'rating.invited':
      case 'rating.given':
        return { type: 'rating', conversation, position }
      default:
        return null
    }
  }

  typing(conversationId: number, typing: boolean): void {
    const conversation = this.#publicIds.get(conversationId)
    if (!conversation) return
    const push: VisitorPush = { type: 'typing', conversation, typing }
    const text = JSON.stringify(push)
    for (const client of this.#hub.holders([roomKey(conversationId)])) client.send(text)
  }

  closeAll(): void {
    for (const client of this.#seats.keys()) client.close(1001, 'the server stops')
  }
}

function nameOf(facts: Facts, staffId: unknown): string | null {
  return typeof staffId === 'number' ? (facts.staffNames.get(staffId) ?? null) : null
}

function seatKey(seat: VisitorSeat): string {
  return `seat:${seat.shopId}:${seat.customerId}`
}

function roomKey(conversationId: number): string {
  return `room:${conversationId}`
}
