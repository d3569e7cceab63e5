import { CompiledQuery } from 'kysely'
import type { Platform, Tx } from './work.ts'

/** A prepared statement by name, for hot paths. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** Runs a statement and answers its rows. */
export type RunStatement = <R>(statement: Statement, values: readonly unknown[]) => Promise<R[]>

/** On a connection of its own, prepared once per connection, committed by itself: one round trip. */
export function onPool(platform: Platform): RunStatement {
  return async <R>(statement: Statement, values: readonly unknown[]) => {
    const result = await platform.pool.query({
      name: statement.name,
      text: statement.text,
      values: [...values],
    })
    return result.rows as R[]
  }
}

/** As part of a transaction. */
export function inTransaction(tx: Tx): RunStatement {
  return async <R>(statement: Statement, values: readonly unknown[]) => {
    const result = await tx.executeQuery(CompiledQuery.raw(statement.text, [...values]))
    return result.rows as R[]
  }
}
