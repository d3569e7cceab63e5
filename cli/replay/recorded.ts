import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { typedText } from '../../domain/shape.ts'

/** The longest message that is replayed; longer ones are cut. */
const longest = 10_000
const asSent = typedText(1_000_000)

const recordedShape = z.object({
  session: z.string(),
  turns: z
    .array(
      z.object({
        from: z.enum(['customer', 'agent']),
        text: z.string().transform((text) => asSent.parse(text).slice(0, longest)),
        transfer: z.boolean().default(false),
        repeat: z.boolean().default(false),
      }),
    )
    .transform((turns) => turns.filter((turn) => turn.text.trim() !== '')),
})

/** A talk as somebody recorded it: who wrote what, in order. */
export type Recorded = z.infer<typeof recordedShape>
export type Turn = Recorded['turns'][number]

/**
 * Reads a file of JSON lines, one talk a line: `{"session": "…", "turns": [{"from": "customer", "text": "…",
 * "transfer": false, "repeat": false}, …]}`. Empty turns are left out, and what an agent wrote before the
 * customer began, because only a customer can begin. Throws with the number of a line that does not fit.
 */
export function readRecorded(file: string): Recorded[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]))
    .map((talk) => ({ ...talk, turns: fromCustomerOn(talk.turns) }))
    .filter((talk) => talk.turns.length > 0)
}

function readLine(line: string, number: number): Recorded {
  try {
    return recordedShape.parse(JSON.parse(line))
  } catch (error) {
    throw new Error(`Line ${number} is no recorded talk: ${error instanceof Error ? error.message : error}`)
  }
}

function fromCustomerOn(turns: Turn[]): Turn[] {
  const first = turns.findIndex((turn) => turn.from === 'customer')
  return first < 0 ? [] : turns.slice(first)
}
