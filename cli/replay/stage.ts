import type { StaffPush } from '../../domain/live/frames.ts'
import type { MessageView } from '../../domain/message/endpoints.ts'
import { insist } from '../wire/insist.ts'
import type { LiveSocket } from '../wire/live-socket.ts'
import { type Colleague, openStaffSocket } from '../wire/staff.ts'
import type { Measured } from './measured.ts'

/** An agent at the desk, with the socket through which they learn of work. */
export interface Desk {
  readonly person: Colleague
  readonly socket: LiveSocket
}

/** A conversation that an agent found in the inbox. */
export interface Found {
  readonly conversationId: number
  readonly desk: Desk
}

type OnLine = (message: MessageView) => void

/**
 * The agents of a replay. Each learns of waiting conversations over the socket; which of them serves one
 * is decided by its number, so that they do not fight for it.
 */
export class Stage {
  readonly base: string
  readonly channelKey: string
  readonly measured: Measured
  /** What went wrong at the desks outside any talk. */
  readonly faults: string[] = []
  readonly #desks: Desk[] = []
  readonly #seen = new Set<number>()
  readonly #found = new Map<string, Found>()
  readonly #looking = new Map<string, (found: Found) => void>()
  readonly #listeners = new Map<number, OnLine>()

  constructor(base: string, channelKey: string, measured: Measured) {
    this.base = base
    this.channelKey = channelKey
    this.measured = measured
  }

  /** Seats the agents: opens their sockets. */
  async seat(people: readonly Colleague[]): Promise<void> {
    for (const person of people) {
      const index = this.#desks.length
      const socket = await openStaffSocket(person, (push) => this.#onPush(index, push))
      this.#desks.push({ person, socket })
    }
  }

  /** Another agent than this one, for handing over. */
  nextTo(desk: Desk): Desk {
    return this.#desks[(this.#desks.indexOf(desk) + 1) % this.#desks.length] ?? desk
  }

  /** Resolves once an agent has found the conversation in the inbox; throws after `patience` milliseconds. */
  found(publicId: string, patience: number): Promise<Found> {
    const already = this.#found.get(publicId)
    if (already) return Promise.resolve(already)
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`No agent found the conversation in ${patience / 1000} s.`))
      const timer = setTimeout(late, patience)
      this.#looking.set(publicId, (found) => {
        clearTimeout(timer)
        resolve(found)
      })
    })
  }

  /** From now on this desk hears each line of the conversation, and `onLine` gets those already there. */
  async open(conversationId: number, desk: Desk, onLine: OnLine): Promise<void> {
    this.#listeners.set(conversationId, onLine)
    const position = await this.#readLines(conversationId, desk, onLine)
    desk.socket.watch(conversationId, position)
  }

  leave(conversationId: number, desk: Desk): void {
    desk.socket.unwatch(conversationId)
  }

  close(): void {
    for (const desk of this.#desks) desk.socket.close()
  }

  async #readLines(conversationId: number, desk: Desk, onLine: OnLine): Promise<string> {
    for (let after = 0; ; ) {
      const page = await insist(
        () => desk.person.client.message.listMessages({ params: { conversationId }, query: { after } }),
        this.measured.repeats,
      )
      for (const message of page.messages) onLine(message)
      after = page.messages.at(-1)?.seq ?? after
      if (!page.more) return page.position
    }
  }

  #onPush(index: number, push: StaffPush): void {
    if (push.type === 'rows') for (const row of push.rows) this.#onRow(index, row)
    if (push.type === 'events') {
      for (const { conversationId, message } of push.events) {
        if (message) this.#listeners.get(conversationId)?.(message)
      }
    }
    if (push.type === 'reset') this.#inBackground(this.#readAgain(index))
  }

  #onRow(index: number, row: { id: number; state: string }): void {
    if (row.state !== 'queued' || this.#seen.has(row.id) || row.id % this.#desks.length !== index) return
    this.#seen.add(row.id)
    const desk = this.#desks[index]
    if (desk) this.#inBackground(this.#look(desk, row.id))
  }

  async #look(desk: Desk, conversationId: number): Promise<void> {
    const { publicId } = await insist(
      () => desk.person.client.conversation.getConversation({ params: { conversationId } }),
      this.measured.repeats,
    )
    const found = { conversationId, desk }
    this.#found.set(publicId, found)
    this.#looking.get(publicId)?.(found)
    this.#looking.delete(publicId)
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.faults.push(String(error)))
  }

  /** After a gap too long to be told: reads the queue and the own open conversations anew. */
  async #readAgain(index: number): Promise<void> {
    const desk = this.#desks[index]
    if (!desk) return
    const { client } = desk.person
    for (let after: string | undefined; ; ) {
      const page = await insist(
        () => client.conversation.listConversations({ query: { view: 'queue', after } }),
        this.measured.repeats,
      )
      for (const row of page.conversations) this.#onRow(index, row)
      if (!page.next) break
      after = page.next
    }
    for (const [conversationId, onLine] of this.#listeners) {
      if (conversationId % this.#desks.length === index) await this.#readLines(conversationId, desk, onLine)
    }
  }
}
