import { parseArgs } from 'node:util'
import type { Finding, Row } from './row.ts'
import { assignmentBacklog, assignmentDelay } from './rows/assignment.ts'
import { delivery } from './rows/delivery.ts'
import { memoryIdle, memorySockets } from './rows/memory.ts'
import { inbox, thread } from './rows/reads.ts'
import { consoleSize, widgetSize } from './rows/size.ts'
import { append, start, startsPerRun } from './rows/writes.ts'
import { type BenchStage, openStage } from './stage.ts'
import { table } from './table.ts'

const rows: readonly Row[] = [
  append,
  start,
  inbox,
  thread,
  delivery,
  assignmentDelay,
  assignmentBacklog,
  memoryIdle,
  memorySockets,
  widgetSize,
  consoleSize,
]

/** Conversations at scale 1; scale 10 is what the bars speak of. */
const conversationsAtOne = 20_000

/**
 * `npm run bench [-- --json] [--only append,start] [--scale 10] [--runs 5] [--profile FOLDER]`: measures
 * against the bare baseline and prints a table. It measures, it does not test: it fails only when it breaks.
 * `--profile` leaves a CPU profile of the server in the folder.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      scale: { type: 'string', default: '10' },
      runs: { type: 'string', default: '5' },
      profile: { type: 'string' },
    },
  })
  const names = values.only?.split(',')
  const chosen = rows.filter((row) => !names || names.includes(row.name))
  if (chosen.length === 0) throw new Error(`--only takes some of ${rows.map((row) => row.name).join(', ')}.`)
  const say = (line: string) => console.error(line)
  const runs = Number(values.runs)
  const conversations = conversationsAtOne * Number(values.scale)
  const size = { conversations, messagesEach: 10, open: 2000, fresh: startsPerRun * runs }
  const nodeOptions = values.profile ? `--cpu-prof --cpu-prof-dir=${values.profile}` : ''
  const findings: Finding[] = []
  let stage: BenchStage | null = null
  try {
    for (const row of chosen.filter((one) => one.needs === 'stage')) {
      stage ??= await openStage({ size, runs, say, nodeOptions })
      findings.push(await row.measure(stage))
      say(`${row.name}: ${findings.at(-1)?.measured}`)
    }
  } finally {
    await stage?.close()
  }
  for (const row of chosen.filter((one) => one.needs === 'nothing')) {
    findings.push(await row.measure(null))
    say(`${row.name}: ${findings.at(-1)?.measured}`)
  }
  console.log(values.json ? JSON.stringify(findings, null, 2) : table(findings))
}

await main()
