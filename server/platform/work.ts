import type { Kysely, Transaction } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { DB } from '../../db/types.ts'
import type { Actor } from '../../domain/event.ts'
import type { Bus } from './bus/bus.ts'
import type { Config } from './config.ts'

/** Where SQL is run: inside a transaction, or on its own for reads. The first argument of every store function. */
export type Tx = Kysely<DB> | Transaction<DB>

/** What the program stands on; made once by `main`. */
export interface Platform {
  readonly config: Config
  readonly log: Logger
  readonly kysely: Kysely<DB>
  readonly pool: pg.Pool
  readonly bus: Bus
  /** This process among others, for leases. */
  readonly processId: string
  /** The only source of the present moment; tests pass their own. */
  now(): Date
}

/** One piece of work in one transaction: what actions receive. */
export interface Work {
  readonly platform: Platform
  readonly tx: Tx
  readonly now: Date
  /** Who does it; written into every event. */
  readonly actor: Actor
  /** Runs once the transaction is committed; never when it fails. */
  afterCommit(run: () => void): void
}

/** Failures of the database that vanish when the same work is tried again. */
const passing = new Set(['40001', '40P01', '55P03'])

/**
 * Runs the work in one transaction and pokes the log's readers afterwards.
 * Tries again (3 times) on a deadlock or a serialization failure.
 */
export async function transact<T>(
  platform: Platform,
  actor: Actor,
  run: (work: Work) => Promise<T>,
  now: Date = platform.now(),
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const after: (() => void)[] = []
    try {
      const result = await platform.kysely
        .transaction()
        .execute((tx) => run({ platform, tx, now, actor, afterCommit: (step) => after.push(step) }))
      for (const step of after) step()
      return result
    } catch (error) {
      if (attempt < 3 && passing.has(databaseCode(error) ?? '')) continue
      throw error
    } finally {
      platform.bus.poke()
    }
  }
}

/** SQLSTATE of a database error, if it is one. */
export function databaseCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Which unique index or constraint a database error names. */
export function brokenConstraint(error: unknown): string | undefined {
  return databaseCode(error)?.startsWith('23') ? (error as { constraint?: string }).constraint : undefined
}

export const system: Actor = { kind: 'system', id: null }
