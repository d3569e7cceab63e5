import { readFileSync } from 'node:fs'
import { compileCalendar } from '../domain/clock/calendar.ts'
import { due, type Pause } from '../domain/clock/clock.ts'
import { serviceByMinute, slowDue } from '../domain/clock/reference.ts'
import { type ComparedCalendar, comparedCalendars } from './clocks/calendars.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
/** Targets in turn: 3 minutes, 2 hours, a working day and a half. */
const targets = [180_000, 2 * 3_600_000, 12 * 3_600_000]
/** How far after the year deadlines may lie. */
const aheadMs = 60 * dayMs

/** One step of a case: when a clock would start, and when the case then rested. */
interface Start {
  readonly at: number
  readonly pauses: readonly Pause[]
}

/**
 * `npm run clocks -- FILE`: takes the busiest year of a table of cases (CaseID, ActivityID, CompleteTimestamp), starts
 * a clock at each step, lets it pause between the case's next two steps, and compares every deadline with that of the
 * slow reference. Fails on any difference.
 */
function main(file: string | undefined): void {
  if (!file) {
    console.error('Say which file: npm run clocks -- FILE (CaseID,ActivityID,CompleteTimestamp).')
    process.exit(1)
  }
  const cases = readCases(readFileSync(file, 'utf8'))
  const year = busiestYear(cases)
  const starts = startsOf(cases, year)
  console.log(`${starts.length} clocks from the real times of ${year}, under each of the calendars:`)
  let different = 0
  for (const calendar of comparedCalendars(year)) different += compare(calendar, year, starts)
  if (different > 0 || starts.length === 0) {
    console.error(`${different} deadlines differ from the slow reference.`)
    process.exit(1)
  }
}

/**
 * Moments of each case in order. The times carry no zone; read eight hours ahead of UTC their working day (14:00 to
 * 02:00) is the day of an office in Europe.
 */
function readCases(text: string): number[][] {
  const cases = new Map<string, number[]>()
  for (const row of text.split('\n').slice(1)) {
    const [id = '', , time = ''] = row.trim().split(',')
    const at = Date.parse(`${time.replace(' ', 'T')}+08:00`)
    if (Number.isNaN(at)) continue
    cases.set(id, [...(cases.get(id) ?? []), at])
  }
  return [...cases.values()].map((moments) => moments.toSorted((a, b) => a - b))
}

function busiestYear(cases: readonly number[][]): number {
  const counts = new Map<number, number>()
  for (const at of cases.flat()) {
    const year = new Date(at).getUTCFullYear()
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function startsOf(cases: readonly number[][], year: number): Start[] {
  return cases.flatMap((moments) =>
    moments.flatMap((at, index) => {
      if (new Date(at).getUTCFullYear() !== year) return []
      const [from, to] = moments.slice(index + 1, index + 3)
      const pauses: Pause[] = from !== undefined && to !== undefined && from < to ? [[from, to]] : []
      return [{ at, pauses }]
    }),
  )
}

/** Compares under one calendar, prints a line, answers how many differ. */
function compare(calendar: ComparedCalendar, year: number, starts: readonly Start[]): number {
  const { definition, holidays } = calendar
  const from = Date.UTC(year, 0, 1) - dayMs
  const to = Date.UTC(year + 1, 0, 1) + aheadMs
  const compiled = compileCalendar(definition, holidays, from, to)
  const served = serviceByMinute(definition, holidays, from, (to - from) / minuteMs)
  let different = 0
  let paused = 0
  let outside = 0
  let beyond = 0
  starts.forEach(({ at, pauses }, index) => {
    const target = targets[index % targets.length] ?? 0
    const ours = due(at, target, compiled, pauses)
    const slow = slowDue(at, target, { from, served }, pauses)
    if (ours !== slow) different++
    if (ours === null) beyond++
    if (ours !== due(at, target, compiled)) paused++
    if (served[Math.floor((at - from) / minuteMs)] === 0) outside++
  })
  const facts = `${different} differ; ${outside} began outside hours, ${paused} moved by a pause, ${beyond} end later`
  console.log(`  ${calendar.name}: ${facts}`)
  return different
}

main(process.argv[2])
