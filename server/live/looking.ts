import type { StaffPush } from '../../domain/live/frames.ts'
import type { Bus, BusMessage } from '../platform/bus/bus.ts'

interface Onlooker {
  name: string
  typing: boolean
  /** Types words for the customer, not a note. */
  answering: boolean
  until: number
}

interface Room {
  staff: Map<number, Onlooker>
  customerTyping: boolean
  customerOnline: number
}

export interface LookingMessage extends BusMessage {
  readonly type: 'looking'
  readonly conversationId: number
  readonly staffId: number
  readonly name: string
  readonly on: boolean
  readonly typing: boolean
  readonly note: boolean
}

export interface CustomerMessage extends BusMessage {
  readonly type: 'customer'
  readonly conversationId: number
  readonly on: boolean
  readonly typing: boolean
}

const leaseMs = 40_000

/**
 * Who looks at which conversation and who types, over all processes: said on the bus, kept in memory, forgotten
 * when it is not said again. Never part of the truth.
 */
export class Looking {
  readonly #rooms = new Map<number, Room>()
  readonly #bus: Bus

  constructor(bus: Bus, changed: (conversationId: number) => void) {
    this.#bus = bus
    bus.onMessage((message) => {
      if (message.type !== 'looking' && message.type !== 'customer') return
      const heard = message as LookingMessage | CustomerMessage
      this.#hear(heard)
      changed(heard.conversationId)
    })
  }

  tell(message: LookingMessage | CustomerMessage): void {
    this.#bus.tell(message)
  }

  /** The frame for those who look at it. */
  frame(conversationId: number, now: number): StaffPush {
    const room = this.#rooms.get(conversationId)
    const customerOnline = (room?.customerOnline ?? 0) > now
    const staff = [...(room?.staff ?? [])]
      .filter(([, onlooker]) => onlooker.until > now)
      .map(([staffId, { name, typing }]) => ({ staffId, name, typing }))
    return {
      type: 'looking',
      conversationId,
      staff,
      customerTyping: customerOnline && (room?.customerTyping ?? false),
      customerOnline,
    }
  }

  /** Whether somebody writes an answer for the customer just now. */
  answering(conversationId: number, now: number): boolean {
    const staff = this.#rooms.get(conversationId)?.staff.values() ?? []
    return [...staff].some((onlooker) => onlooker.answering && onlooker.until > now)
  }

  #hear(message: LookingMessage | CustomerMessage): void {
    const room = this.#rooms.get(message.conversationId) ?? {
      staff: new Map<number, Onlooker>(),
      customerTyping: false,
      customerOnline: 0,
    }
    this.#rooms.set(message.conversationId, room)
    const until = performance.now() + leaseMs
    if (message.type === 'customer') {
      room.customerOnline = message.on ? until : 0
      room.customerTyping = message.on && message.typing
    } else if (message.on) {
      room.staff.set(message.staffId, {
        name: message.name,
        typing: message.typing,
        answering: message.typing && !message.note,
        until,
      })
    } else {
      room.staff.delete(message.staffId)
    }
    if (room.staff.size === 0 && room.customerOnline === 0) this.#rooms.delete(message.conversationId)
  }
}
