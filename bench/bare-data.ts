import pg from 'pg'

/** Makes the baseline's two tables with so many rows in each: a line is about 300 bytes and has two indexes. */
export async function fillBare(connection: pg.ClientConfig, parents: number, lines: number): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`
      create table parent (id bigint primary key, last_id bigint, changed_at timestamptz not null)
        with (fillfactor = 80);
      create table line (
        id bigint generated always as identity primary key,
        parent_id bigint not null,
        text text not null,
        created_at timestamptz not null
      );
      create index line_parent on line (parent_id, id);`)
    await client.query('insert into parent select n, null, now() from generate_series(1, $1::int) n', [
      parents,
    ])
    await client.query(
      `insert into line (parent_id, text, created_at)
       select 1 + (n % $1::int), repeat(md5(n::text), 8), now() from generate_series(1, $2::int) n`,
      [parents, lines],
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
