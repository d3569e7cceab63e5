import pg from 'pg'

/**
 * Refuses a database that Shopdesk would not work on, with a sentence for the operator: older than PostgreSQL 18,
 * not in UTF-8, or blind to Chinese in trigrams. Makes the extension `pg_trgm` when it is missing.
 */
export async function requireFit(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'shopdesk' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as named,
        current_setting('server_encoding') as encoding,
        exists (select from pg_extension where extname = 'pg_trgm') as has_trgm`,
    )
    const { version, named, encoding, has_trgm } = rows[0]
    if (version < 180_000) {
      throw new UnfitDatabase(`Shopdesk needs PostgreSQL 18 or newer; the one at DATABASE_URL is ${named}.`)
    }
    if (encoding !== 'UTF8') {
      throw new UnfitDatabase(`The database is encoded in ${encoding}. Create it anew with encoding UTF8.`)
    }
    if (!has_trgm) await client.query('create extension if not exists pg_trgm')
    const trigrams = await client.query(`select show_trgm('中文') as found`)
    if (trigrams.rows[0].found.length === 0) {
      throw new UnfitDatabase(
        'The database cannot search Chinese: its locale knows no Chinese letters. Create it anew with locale C.UTF-8.',
      )
    }
  } finally {
    await client.end()
  }
}

/** The database would not serve; the message says what to do. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase'
  readonly code = 'database_unfit'
}
