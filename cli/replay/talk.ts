import { randomBytes } from 'node:crypto'
import { type Outcome, outcomes } from '../../domain/conversation/state.ts'
import type { VisitorPush } from '../../domain/live/frames.ts'
import { insist } from '../wire/insist.ts'
import { enterAsVisitor, type Visitor } from '../wire/visitor.ts'
import { Arrivals } from './arrivals.ts'
import type { Turn } from './recorded.ts'
import type { Desk, Stage } from './stage.ts'

/** How long a line may take to the other side before it counts as lost, in milliseconds. */
const arrivalPatience = 60_000

/** A line as it was sent and acknowledged. */
export interface SentLine {
  readonly from: Turn['from']
  readonly text: string
  readonly key: string
  readonly seq: number
  /** When it was first tried, on the clock of `performance.now()`. */
  readonly sentAt: number
}

/** One talk being replayed: a visitor on one side, an agent on the other. */
export class Talk {
  readonly name: string
  readonly sent: SentLine[] = []
  readonly #stage: Stage
  readonly #atVisitor = new Arrivals()
  readonly #atDesk = new Arrivals()
  #visitor: Visitor | null = null
  #publicId = ''
  #conversationId = 0
  #desk: Desk | null = null

  constructor(stage: Stage, name: string) {
    this.#stage = stage
    this.name = name
  }

  get publicId(): string {
    return this.#publicId
  }

  get conversationId(): number {
    return this.#conversationId
  }

  get visitor(): Visitor {
    if (!this.#visitor) throw new Error('The visitor has not entered yet.')
    return this.#visitor
  }

  get desk(): Desk {
    if (!this.#desk) throw new Error('No agent has found the conversation yet.')
    return this.#desk
  }

  /** The customer opens the widget. */
  async enter(address: string): Promise<void> {
    this.#visitor = await enterAsVisitor(this.#stage.base, {
      channelKey: this.#stage.channelKey,
      address,
      onPush: (push) => this.#onVisitorPush(push),
      repeats: this.#stage.measured.repeats,
    })
  }

  /** The customer sends a line, once all that the agent wrote has arrived. */
  async customerWrites(text: string): Promise<void> {
    await this.#awaitLast('agent')
    const first = this.sent.length === 0
    const key = newKey()
    const sentAt = performance.now()
    const { client } = this.visitor
    const answer = await this.#acknowledged(() => client.sendMessage({ body: { key, text } }))
    this.#publicId = answer.conversation
    this.sent.push({ from: 'customer', text, key, seq: answer.seq, sentAt })
    if (first) await this.#beFound(sentAt)
  }

  /** The agent takes the conversation before answering it. */
  async agentTakes(): Promise<void> {
    const params = { conversationId: this.#conversationId }
    await this.#repeatable((idempotencyKey) =>
      this.desk.person.client.conversation.takeConversation({ params, idempotencyKey }),
    )
  }

  /** The agent answers, once all that the customer wrote has arrived. */
  async agentWrites(text: string): Promise<void> {
    await this.#awaitLast('customer')
    const key = newKey()
    const sentAt = performance.now()
    const params = { conversationId: this.#conversationId }
    const { client } = this.desk.person
    const answer = await this.#acknowledged(() => client.message.reply({ params, body: { key, text } }))
    this.sent.push({ from: 'agent', text, key, seq: answer.seq, sentAt })
  }

  /** The agent hands the conversation over to the next one, who goes on. */
  async handOver(): Promise<void> {
    const from = this.desk
    const to = this.#stage.nextTo(from)
    if (to === from) return
    const params = { conversationId: this.#conversationId }
    const body = { staffId: to.person.staffId, reason: 'replayed transfer' }
    await this.#repeatable((idempotencyKey) =>
      from.person.client.conversation.handOver({ params, body, idempotencyKey }),
    )
    this.#desk = to
    await this.#openAt(to)
    this.#stage.leave(this.#conversationId, from)
  }

  /** The agent resolves it with a wrap-up. The customer's next line takes it up again. */
  async resolve(outcome: Outcome = outcomes[0]): Promise<void> {
    await this.#awaitLast('customer')
    await this.#awaitLast('agent')
    const params = { conversationId: this.#conversationId }
    const body = { topicId: null, outcome, note: this.name.slice(0, 200) }
    await this.#repeatable((idempotencyKey) =>
      this.desk.person.client.conversation.resolveConversation({ params, body, idempotencyKey }),
    )
  }

  /** Both sides go. */
  leave(): void {
    for (const line of this.sent.slice(1)) {
      const side = line.from === 'customer' ? this.#atDesk : this.#atVisitor
      const at = side.timeOf(line.seq)
      if (at !== undefined) this.#stage.measured.seen.add(at - line.sentAt)
    }
    this.#visitor?.socket.close()
    if (this.#desk) this.#stage.leave(this.#conversationId, this.#desk)
  }

  async #beFound(sentAt: number): Promise<void> {
    const found = await this.#stage.found(this.#publicId, arrivalPatience)
    this.#conversationId = found.conversationId
    this.#desk = found.desk
    this.#stage.measured.found.add(performance.now() - sentAt)
    await this.#openAt(found.desk)
  }

  async #openAt(desk: Desk): Promise<void> {
    await this.#stage.open(this.#conversationId, desk, (message) => {
      if (message.kind === 'message') this.#atDesk.arrived(message.seq)
    })
  }

  #onVisitorPush(push: VisitorPush): void {
    if (push.type === 'message') this.#atVisitor.arrived(push.message.seq)
    if (push.type === 'reset') this.#readAgain().catch(() => this.visitor.socket.close())
  }

  async #readAgain(): Promise<void> {
    if (this.#publicId === '') return
    const params = { conversation: this.#publicId }
    const { client } = this.visitor
    const page = await insist(() => client.listVisitorMessages({ params, query: {} }))
    for (const message of page.messages) this.#atVisitor.arrived(message.seq)
  }

  async #awaitLast(from: Turn['from']): Promise<void> {
    const last = this.sent.findLast((line) => line.from === from)
    if (!last) return
    const side = from === 'customer' ? this.#atDesk : this.#atVisitor
    await side.wait(last.seq, arrivalPatience, from === 'customer' ? 'agent' : 'customer')
  }

  async #acknowledged<T>(send: () => Promise<T>): Promise<T> {
    const { measured } = this.#stage
    return insist(async () => {
      const since = performance.now()
      const answer = await send()
      measured.acknowledged.add(performance.now() - since)
      return answer
    }, measured.repeats)
  }

  #repeatable<T>(call: (idempotencyKey: string) => Promise<T>): Promise<T> {
    const key = newKey()
    return insist(() => call(key), this.#stage.measured.repeats)
  }
}

function newKey(): string {
  return randomBytes(12).toString('hex')
}
