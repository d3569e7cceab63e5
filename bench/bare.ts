import Fastify from 'fastify'
import pg from 'pg'

/*
 * The bare baseline: what Fastify and PostgreSQL do on this machine when nothing else is asked of them.
 * THIS FILE STAYS AS IT IS, because all ratios in the bench are measured against it: Fastify without a log,
 * `pg` with a pool of 16, and one prepared statement that inserts a row of about 300 bytes with two
 * indexes and updates another row. A second address reads 25 rows by index.
 * Runs as a process of its own: `BARE_DATABASE_URL` names its database, its port goes to standard output.
 */

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 16 })

const app = Fastify({ logger: false })

app.post<{ Body: { parent: number; text: string } }>('/lines', async (request) => {
  const { rows } = await pool.query({
    name: 'append',
    text: `with added as (
        insert into line (parent_id, text, created_at) values ($1, $2, $3) returning id
      )
      update parent set last_id = (select id from added), changed_at = $3 where id = $1 returning last_id`,
    values: [request.body.parent, request.body.text, new Date()],
  })
  return { id: rows[0]?.last_id }
})

app.get<{ Params: { parent: string } }>('/parents/:parent/lines', async (request) => {
  const { rows } = await pool.query({
    name: 'read',
    text: 'select id, parent_id, text, created_at from line where parent_id >= $1 order by parent_id, id limit 25',
    values: [Number(request.params.parent)],
  })
  return { lines: rows }
})

const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${new URL(address).port}\n`)
