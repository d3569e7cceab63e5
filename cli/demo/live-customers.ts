import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { VisitorPush } from '../../domain/live/frames.ts'
import { insist } from '../wire/insist.ts'
import { enterAsVisitor, type Visitor } from '../wire/visitor.ts'
import { customerName, scenarios } from './history.ts'
import type { Organisation } from './organisation.ts'
import { filledIn, type Scenario } from './scenario.ts'

/** How many simulated customers are there at a time. */
const most = 8
/** A new customer comes after so long, in milliseconds. */
const comesAfter = 6_000
/** Time a customer takes to type a character, and to begin, in milliseconds. */
const perCharacter = 70
const thinking = 1_500
/** After how long without an answer a customer asks once more, and after how long they go. */
const asksAgainAfter = 60_000
const leavesAfter = 5 * 60_000

const askAgain: Readonly<Record<Scenario['language'], string>> = {
  zh: '在吗？有人吗',
  en: 'Hello? Is anyone there?',
  es: '¿Hola? ¿Hay alguien?',
  ja: 'どなたかいらっしゃいますか。',
  ar: 'هل من أحد هنا؟',
}

/** Lets customers come and write until the signal ends it. They answer when an agent replies. */
export async function letCustomersCome(
  base: string,
  organisation: Organisation,
  signal: AbortSignal,
): Promise<void> {
  const inside = new Set<Promise<void>>()
  // Numbers above those of the history, so that names and order numbers differ.
  for (let number = 1000; !signal.aborted; number++) {
    const scenario = scenarios[(number * 7) % scenarios.length]
    if (scenario && inside.size < most) {
      const visit = visitOnce(base, organisation, scenario, number, signal).catch(tellUnless(signal))
      inside.add(visit)
      visit.finally(() => inside.delete(visit))
    }
    await pause(comesAfter, undefined, { signal }).catch(() => undefined)
  }
  await Promise.all(inside)
}

function tellUnless(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted)
      console.error(`A simulated customer left: ${error instanceof Error ? error.message : error}`)
  }
}

async function visitOnce(
  base: string,
  organisation: Organisation,
  scenario: Scenario,
  number: number,
  signal: AbortSignal,
): Promise<void> {
  let answered = 0
  let wake: () => void = () => undefined
  const onPush = (push: VisitorPush) => {
    if (push.type !== 'message' || push.message.by !== 'shop') return
    answered++
    wake()
  }
  const visitor = await enterAsVisitor(base, {
    channelKey: organisation.channelKeys[scenario.shop],
    name: customerName(scenario, number) ?? undefined,
    address: `10.30.${(number >> 8) & 255}.${number & 255}`,
    onPush,
  })
  /** Waits for the agent's next line; answers whether one has come. */
  const answerWithin = async (ms: number, seen: number) => {
    if (answered > seen) return true
    await Promise.race([new Promise<void>((resolve) => (wake = resolve)), pause(ms, undefined, { signal })])
    return answered > seen
  }
  try {
    let conversation: string | null = null
    for (const [by, text] of filledIn(scenario, number)) {
      if (by === 'a') continue
      const seen = answered
      conversation = await write(visitor, conversation, text, signal)
      if (await answerWithin(asksAgainAfter, seen)) continue
      await write(visitor, conversation, askAgain[scenario.language], signal)
      if (!(await answerWithin(leavesAfter, seen))) return
    }
    await pause(20_000, undefined, { signal })
  } finally {
    visitor.socket.close()
  }
}

/** Types for a while, sends, and answers which conversation it went to. */
async function write(
  visitor: Visitor,
  conversation: string | null,
  text: string,
  signal: AbortSignal,
): Promise<string> {
  const typing = (on: boolean) => {
    if (conversation) visitor.socket.send({ type: 'typing', conversation, typing: on })
  }
  await pause(thinking, undefined, { signal })
  typing(true)
  await pause(Math.min(8_000, text.length * perCharacter), undefined, { signal })
  typing(false)
  const key = randomBytes(12).toString('hex')
  const sent = await insist(() => visitor.client.sendMessage({ body: { key, text } }))
  return sent.conversation
}
