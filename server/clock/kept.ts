import { type CompiledCalendar, compileCalendar } from '../../domain/clock/calendar.ts'
import { type CalendarDefinition, calendarDefinition } from '../../domain/clock/calendar-shape.ts'
import { due, type Pause } from '../../domain/clock/clock.ts'
import { type HolidayDays, noHolidays } from '../../domain/clock/holidays.ts'
import { type PolicyDefinition, policyDefinition } from '../../domain/clock/policy-shape.ts'
import type { Tx } from '../platform/work.ts'
import { daysOfYears, holidaySource } from './holidays.ts'
import { selectCalendarVersions, type VersionKey } from './store/calendars.ts'
import { selectPolicyVersions } from './store/policies.ts'

/*
 * A version of a policy or a calendar never changes, so this process keeps what it has read and compiled by number
 * and version; another version is another entry, and nothing need be forgotten when a shop changes one.
 */
const policies = new Map<string, PolicyDefinition>()
const calendars = new Map<string, ServiceCalendar>()
/** Entries of each kind; the oldest goes first. */
const mostKept = 5000

const keyOf = ({ id, version }: VersionKey) => `${id}.${version}`

/** The definitions of these versions of policies. */
export async function policiesOf(
  tx: Tx,
  keys: readonly VersionKey[],
): Promise<(key: VersionKey) => PolicyDefinition> {
  const missing = unique(keys).filter((key) => !policies.has(keyOf(key)))
  if (missing.length > 0) {
    for (const row of await selectPolicyVersions(tx, missing)) {
      keep(policies, keyOf(row), policyDefinition.parse(row.definition))
    }
  }
  return (key) => found(policies, key)
}

/** These versions of calendars, ready to be asked. */
export async function calendarsOf(
  tx: Tx,
  keys: readonly VersionKey[],
): Promise<(key: VersionKey) => ServiceCalendar> {
  const missing = unique(keys).filter((key) => !calendars.has(keyOf(key)))
  if (missing.length > 0) {
    for (const row of await selectCalendarVersions(tx, missing)) {
      const definition = calendarDefinition.parse(row.definition)
      const source = definition.holidays ? await holidaySource() : null
      const days = (from: number, to: number) =>
        source && definition.holidays ? daysOfYears(source, definition.holidays, from, to) : noHolidays
      keep(calendars, keyOf(row), new ServiceCalendar(definition, days))
    }
  }
  return (key) => found(calendars, key)
}

function unique(keys: readonly VersionKey[]): VersionKey[] {
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()]
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.set(key, value)
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

function found<T>(kept: Map<string, T>, key: VersionKey): T {
  const value = kept.get(keyOf(key))
  if (value === undefined) throw new Error(`version ${key.version} of ${key.id} is not in the database`)
  return value
}

const yearMs = 366 * 86_400_000
/** A deadline that lies farther than this after its start is put here: the calendar hardly ever serves. */
const farthestMs = 20 * yearMs

/** A calendar that compiles as far as it is asked, and keeps what it compiled. */
export class ServiceCalendar {
  readonly definition: CalendarDefinition
  readonly #days: (fromYear: number, toYear: number) => HolidayDays
  #compiled: CompiledCalendar | null = null

  constructor(definition: CalendarDefinition, days: (fromYear: number, toYear: number) => HolidayDays) {
    this.definition = definition
    this.#days = days
  }

  /** As `due` of the domain, to any distance; null while a pause goes on. Milliseconds. */
  due(startMs: number, targetMs: number, pauses: readonly Pause[] = []): number | null {
    if (pauses.some(([, to]) => to === null)) return null
    const until = Math.max(startMs, ...pauses.map(([, to]) => to ?? 0)) + targetMs
    for (let ahead = yearMs / 12; ; ahead *= 6) {
      const at = due(startMs, targetMs, this.#upTo(startMs, until + Math.min(ahead, farthestMs)), pauses)
      if (at !== null) return at
      if (ahead >= farthestMs) return until + farthestMs
    }
  }

  #upTo(from: number, to: number): CompiledCalendar {
    const held = this.#compiled
    if (held && held.from <= from && held.to >= to) return held
    const start = Math.min(held?.from ?? from - yearMs / 6, from)
    // A year more than asked, so that the next ones need not compile again.
    const end = Math.max(held?.to ?? 0, to + yearMs)
    const year = (at: number) => new Date(at).getUTCFullYear()
    const holidays = this.#days(year(start) - 1, year(end) + 1)
    this.#compiled = compileCalendar(this.definition, holidays, start, end)
    return this.#compiled
  }
}
