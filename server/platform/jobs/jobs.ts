import { Logger, run, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Platform, Tx } from '../work.ts'

/** What is done for a job, by its name. It may run twice; what it throws makes it run again later. */
export type JobHandlers = Readonly<Record<string, (payload: never) => Promise<void>>>

export interface Jobs {
  /** Takes no new job and waits for those under way. */
  stop(): Promise<void>
}

/** Makes or updates the tables of the queue (schema `graphile_worker`). At each start, after `migrate`. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet })
}

/** Works on jobs in this process until stopped. A job that fails is tried again, ever later, up to 25 times. */
export async function startJobs(platform: Platform, handlers: JobHandlers): Promise<Jobs> {
  const { pool, log } = platform
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ part: 'jobs', ...meta }, message)
    if (level === 'warning') log.warn({ part: 'jobs' }, message)
  })
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown) => handle(payload as never)]),
  )
  const runner = await run({
    pgPool: pool,
    taskList,
    logger,
    concurrency: 2,
    crontab: '',
    noHandleSignals: true,
  })
  runner.promise.catch((error: unknown) => log.error({ err: error, part: 'jobs' }, 'the jobs have stopped'))
  return { stop: () => runner.stop() }
}

/**
 * Hands a job on in the transaction of what it follows from: both are kept, or neither. Payloads carry ids and no
 * secrets. It is tried `attempts` times (25 when left out: three days), with pauses that grow from seconds to hours.
 */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  { attempts = 25 }: { attempts?: number } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => ${attempts}::int)
  `.execute(tx)
}

const quiet = new Logger(() => () => {})
