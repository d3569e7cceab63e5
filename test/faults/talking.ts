import { randomUUID } from 'node:crypto'
import { insist } from '../../cli/wire/insist.ts'
import { openWire } from '../../cli/wire/send.ts'
import type { Founded } from '../../cli/wire/set-up.ts'
import { createClient } from '../../domain/client.ts'
import { widgetEndpoints } from '../../domain/widget/endpoints.ts'

export const password = 'long enough to pass'
/** How long a message is tried again while server or database are away, in milliseconds. */
const patience = 120_000

function openVisitor(base: string) {
  const wire = openWire(base, { patience: 5_000 })
  return { wire, client: createClient({ widget: widgetEndpoints }, wire.send).widget }
}
export type TalkingVisitor = ReturnType<typeof openVisitor>

/** A line that was acknowledged. */
interface Line {
  readonly by: 'me' | 'shop'
  readonly text: string
  readonly seq: number
}

interface Talk {
  readonly visitor: TalkingVisitor
  readonly conversation: string
  readonly conversationId: number
  readonly lines: Line[]
}

/** Visitors and an agent who go on talking whatever happens: each line is tried with its key until it is acknowledged. */
export class Talking {
  readonly talks: Talk[] = []
  /** Lines acknowledged so far. */
  count = 0
  readonly #base: string
  readonly #founded: Founded
  readonly #waiting = new Set<{ count: number; resolve(): void }>()
  #going = true
  #workers: Promise<void>[] = []

  constructor(base: string, founded: Founded) {
    this.#base = base
    this.#founded = founded
  }

  /** Begins so many talks, which go on until `finish`. */
  async start(talks: number): Promise<readonly Talk[]> {
    for (let n = 0; n < talks; n++) this.talks.push(await this.#begin())
    this.#workers = this.talks.flatMap((talk, n) => [
      this.#goOn(talk, 'me'),
      ...(n % 2 === 0 ? [this.#goOn(talk, 'shop')] : []),
    ])
    return this.talks
  }

  async visitor(): Promise<TalkingVisitor> {
    const visitor = openVisitor(this.#base)
    const { token } = await insist(() =>
      visitor.client.createVisitor({ params: { channelKey: this.#founded.channelKey }, body: {} }),
    )
    visitor.wire.carryToken(token)
    return visitor
  }

  /** Resolves once so many lines were acknowledged in all. */
  acknowledged(count: number): Promise<void> {
    if (this.count >= count) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.add({ count, resolve }))
  }

  /** Says the last lines. */
  async finish(): Promise<void> {
    this.#going = false
    await Promise.all(this.#workers)
  }

  /** A sentence for each way in which a side reads otherwise than what was acknowledged. */
  async differences(talk: Talk): Promise<string[]> {
    const wanted = talk.lines.toSorted((a, b) => a.seq - b.seq)
    return Object.entries(await this.lines(talk)).flatMap(([side, lines]) =>
      JSON.stringify(lines) === JSON.stringify(wanted)
        ? []
        : [`${side} of ${talk.conversation}: ${JSON.stringify(wanted)} became ${JSON.stringify(lines)}`],
    )
  }

  /** What both sides read. */
  async lines(talk: Talk): Promise<{ staff: Line[]; visitor: Line[] }> {
    return { staff: await this.#asStaff(talk), visitor: await this.#asVisitor(talk) }
  }

  async #begin(): Promise<Talk> {
    const visitor = await this.visitor()
    const text = 'line 0 of me'
    const key = randomUUID()
    const sent = await insist(() => visitor.client.sendMessage({ body: { key, text } }), undefined, patience)
    const { conversation, seq } = sent
    const { client } = this.#founded.owner
    for (let after: string | undefined; ; ) {
      const page = await client.conversation.listConversations({ query: { view: 'all', after } })
      for (const { id } of page.conversations) {
        const one = await client.conversation.getConversation({ params: { conversationId: id } })
        if (one.publicId === conversation) {
          return { visitor, conversation, conversationId: id, lines: [{ by: 'me', text, seq }] }
        }
      }
      if (!page.next) throw new Error('The inbox does not show the talk.')
      after = page.next
    }
  }

  async #goOn(talk: Talk, by: Line['by']): Promise<void> {
    const { conversationId, visitor } = talk
    for (let n = 1; this.#going; n++) {
      const body = { key: randomUUID(), text: `line ${n} of ${by}` }
      const send = async () => {
        if (by === 'me') return visitor.client.sendMessage({ body })
        return this.#founded.owner.client.message.reply({ params: { conversationId }, body })
      }
      const { seq } = await insist<{ seq: number }>(send, undefined, patience)
      talk.lines.push({ by, text: body.text, seq })
      this.count++
      for (const one of this.#waiting) {
        if (one.count > this.count) continue
        this.#waiting.delete(one)
        one.resolve()
      }
    }
  }

  async #asStaff(talk: Talk): Promise<Line[]> {
    const lines: Line[] = []
    const params = { conversationId: talk.conversationId }
    for (let after = 0; ; ) {
      const page = await insist(() =>
        this.#founded.owner.client.message.listMessages({ params, query: { after } }),
      )
      for (const { kind, authorKind, text, seq } of page.messages) {
        if (kind === 'message') lines.push({ by: authorKind === 'customer' ? 'me' : 'shop', text, seq })
      }
      after = page.messages.at(-1)?.seq ?? after
      if (!page.more) return lines
    }
  }

  async #asVisitor(talk: Talk): Promise<Line[]> {
    const lines: Line[] = []
    const params = { conversation: talk.conversation }
    for (let after = 0; ; ) {
      const page = await insist(() => talk.visitor.client.listVisitorMessages({ params, query: { after } }))
      for (const { by, text, seq } of page.messages)
        lines.push({ by: by === 'me' ? 'me' : 'shop', text, seq })
      after = page.messages.at(-1)?.seq ?? after
      if (!page.more) return lines
    }
  }
}
