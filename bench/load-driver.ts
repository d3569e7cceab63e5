import { Durations } from '../cli/wire/percentiles.ts'
import type { LoadJob, LoadResult } from './load.ts'
import { RawConnection } from './raw-connection.ts'

/* The load driver: a process of its own that sends ready-made requests over some connections and reports. */

process.on('message', async (job: LoadJob) => {
  process.send?.(await drive(job))
})

async function drive(job: LoadJob): Promise<LoadResult> {
  const durations = new Durations()
  const failures: Record<string, number> = {}
  let example = ''
  const requests = job.requests.values()
  const since = performance.now()
  await Promise.all(
    Array.from({ length: job.connections }, async () => {
      const connection = new RawConnection(job.port)
      for (const request of requests) {
        const start = performance.now()
        const reply = await connection.send(request)
        durations.add(performance.now() - start)
        if (reply.status >= 300) {
          failures[reply.status] = (failures[reply.status] ?? 0) + 1
          example ||= reply.body.slice(0, 300)
        }
      }
      connection.close()
    }),
  )
  const seconds = (performance.now() - since) / 1000
  return { seconds, p50: durations.at(0.5), p99: durations.at(0.99), failures, example }
}
