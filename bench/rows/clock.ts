import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { compileCalendar } from '../../domain/clock/calendar.ts'
import { due } from '../../domain/clock/clock.ts'
import { noHolidays } from '../../domain/clock/holidays.ts'
import { median, type Row } from '../row.ts'

const callsPerRun = 200_000
const dueBar = 5

/** Deadlines over three years of a calendar with two stretches a day. */
export const dueOverCalendar: Row = {
  name: 'due',
  needs: 'nothing',
  measure: async () => {
    const day = [
      { from: '09:00', to: '12:30' },
      { from: '13:30', to: '22:00' },
    ]
    const from = Date.UTC(2026, 0, 1)
    const years = 3 * 366 * 86_400_000
    const definition = {
      timeZone: 'Europe/Berlin',
      week: Array.from({ length: 7 }, () => day),
      holidays: null,
      exceptions: [],
    }
    const calendar = compileCalendar(definition, noHolidays, from, from + years)
    const runs = Array.from({ length: 7 }, () => {
      let sum = 0
      const since = performance.now()
      for (let n = 0; n < callsPerRun; n++) {
        const start = from + ((n * 7919 * 60_000) % (years / 2))
        sum += due(start, 180_000 + (n % 1000) * 60_000, calendar) ?? 0
      }
      if (sum === 0) throw new Error('No deadline was found.')
      return ((performance.now() - since) * 1000) / callsPerRun
    })
    const microseconds = median(runs)
    return {
      name: 'due',
      what: `due() over a compiled calendar of 3 years, ${calendar.starts.length} stretches`,
      bar: `<= ${dueBar} µs`,
      measured: `${microseconds.toFixed(2)} µs`,
      ratio: null,
      met: microseconds <= dueBar,
    }
  },
}

const wantedDeadlines = 100_000
const sweepBar = 2
const spreadSeconds = 60
/** Before the first is due, in seconds. */
const leadSeconds = 5
const lookEvery = 100

/** Deadlines that all fall due within a minute, and how late the latest is found by the sweep. */
export const sweep: Row = {
  name: 'sweep',
  needs: 'stage',
  measure: async (stage) => {
    if (!stage) throw new Error('This measurement needs the stage.')
    const client = new pg.Client(stage.database)
    await client.connect()
    try {
      await stage.caughtUp()
      const ended = stage.size.conversations - stage.size.open
      const made = await client.query(deadlines, [stage.founded.brandId, ended, wantedDeadlines])
      const latest = await watch(client)
      await client.query(`delete from clock where target_ms = ${markedTarget}`)
      return {
        name: 'sweep',
        what: `${made.rowCount} deadlines due within ${spreadSeconds} s: how late the latest is found`,
        bar: `<= ${sweepBar} s`,
        measured: `${latest.toFixed(2)} s`,
        ratio: null,
        met: latest <= sweepBar,
      }
    } finally {
      await client.end()
    }
  },
}

/** A target that no policy has, by which the made clocks are known. */
const markedTarget = 299_999

/** Clocks that were warned before, spread over the minute; several kinds where there are too few conversations. */
const deadlines = `
  insert into clock (brand_id, conversation_id, kind, stage, policy_id, policy_version, target_ms, started_at,
    warn_at, due_at, next_at, steps_done)
  select $1, 1 + n % $2::int, (array['first_response', 'round', 'holding', 'resolution'])[1 + n / $2::int], 'warned',
    p.id, p.version, ${markedTarget}, due - interval '300 s', due - interval '200 s', due, due, 2
  from (
    select n, date_trunc('milliseconds', clock_timestamp()) + interval '${leadSeconds} s'
      + n * (interval '${spreadSeconds} s' / $3::int) as due
    from generate_series(0, least($3::int, $2::int * 4) - 1) n
  ) made, (select id, version from clock_policy where brand_id = $1 order by id limit 1) p`

/** Looks until none is left; answers the longest that one was due and not found yet, in seconds. */
async function watch(client: pg.Client): Promise<number> {
  let latest = 0
  for (;;) {
    const { rows } = await client.query<{ late: number | null; left: boolean }>(`
      select extract(epoch from clock_timestamp() - min(next_at) filter (where next_at <= clock_timestamp()))::float8
        as late, count(*) > 0 as left
      from (select next_at from clock where target_ms = ${markedTarget} and breached_at is null
        order by next_at limit 1) first`)
    latest = Math.max(latest, rows[0]?.late ?? 0)
    if (!rows[0]?.left) return latest
    await pause(lookEvery)
  }
}
