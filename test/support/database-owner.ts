import { createInterface } from 'node:readline'
import { openDatabase } from '../../server/platform/postgres/database.ts'
import { silent } from './throw-away.ts'

/**
 * A program for fault tests: opens the DATA_DIR given as its argument, prints a line, then answers each line of
 * SQL with a line of JSON. Ends in order when its input ends; meant to be killed, too.
 */
const dataDir = process.argv[2] ?? ''
const answer = (content: unknown) => process.stdout.write(`${JSON.stringify(content)}\n`)

try {
  const database = await openDatabase({ dataDir, databaseUrl: undefined, databasePool: 2 }, silent)
  answer({ ready: true })
  for await (const sql of createInterface({ input: process.stdin })) {
    await database.pool.query(sql).then(
      ({ rows }) => answer({ rows }),
      (error) => answer({ failed: String(error) }),
    )
  }
  await database.close()
} catch (error) {
  answer({ failed: (error as Error).message })
}
