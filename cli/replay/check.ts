import type { Repeats } from '../wire/insist.ts'
import { insist } from '../wire/insist.ts'
import type { Colleague } from '../wire/staff.ts'
import type { SentLine, Talk } from './talk.ts'

/** A line as one side reads it back. */
interface ReadLine {
  readonly from: SentLine['from']
  readonly text: string
}

/**
 * Reads a talk back over the API, as staff and as the visitor, page by page, and compares it with what was
 * acknowledged. Answers a sentence for each difference; none when every line is there once and in order.
 */
export async function differences(talk: Talk, staff: Colleague, repeats: Repeats): Promise<string[]> {
  const sides = [
    { who: 'staff', lines: await staffReads(talk, staff, repeats) },
    { who: 'the visitor', lines: await visitorReads(talk, repeats) },
  ]
  return sides.flatMap(({ who, lines }) =>
    compare(talk.sent, lines).map((fault) => `${talk.name}, read by ${who}: ${fault}`),
  )
}

async function staffReads(talk: Talk, staff: Colleague, repeats: Repeats): Promise<ReadLine[]> {
  const lines: ReadLine[] = []
  const params = { conversationId: talk.conversationId }
  for (let after = 0; ; ) {
    const query = { after }
    const page = await insist(() => staff.client.message.listMessages({ params, query }), repeats)
    for (const line of page.messages) {
      if (line.kind !== 'message' || line.authorKind === 'system') continue
      lines.push({ from: line.authorKind === 'customer' ? 'customer' : 'agent', text: line.text })
    }
    const last = page.messages.at(-1)
    if (!page.more || !last) return lines
    after = last.seq
  }
}

async function visitorReads(talk: Talk, repeats: Repeats): Promise<ReadLine[]> {
  const lines: ReadLine[] = []
  const params = { conversation: talk.publicId }
  for (let after = 0; ; ) {
    const query = { after }
    const page = await insist(() => talk.visitor.client.listVisitorMessages({ params, query }), repeats)
    for (const line of page.messages) {
      if (line.by !== 'system') lines.push({ from: line.by === 'me' ? 'customer' : 'agent', text: line.text })
    }
    const last = page.messages.at(-1)
    if (!page.more || !last) return lines
    after = last.seq
  }
}

/** Compares by place; the first difference says the most, so at most three are told. */
export function compare(sent: readonly ReadLine[], read: readonly ReadLine[]): string[] {
  const faults: string[] = []
  if (sent.length !== read.length)
    faults.push(`${sent.length} lines were acknowledged, ${read.length} are there.`)
  const most = Math.max(sent.length, read.length)
  for (let at = 0; at < most && faults.length < 3; at++) {
    const wanted = sent[at]
    const found = read[at]
    if (wanted?.from === found?.from && wanted?.text === found?.text) continue
    faults.push(`line ${at + 1} should be ${shown(wanted)} and is ${shown(found)}.`)
  }
  return faults
}

function shown(line: ReadLine | undefined): string {
  return line ? `${line.from} ${JSON.stringify(line.text.slice(0, 40))}` : 'nothing'
}
