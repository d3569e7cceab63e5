import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { logState } from '../event-log/lag.ts'
import type { Platform } from '../work.ts'

/** Clocks further apart than this make the process unready: deadlines would be judged wrongly. */
const mostSkewSeconds = 2

interface Readiness {
  ready: boolean
  /** What stands in the way, in plain words. */
  reasons: string[]
  clockSkewSeconds: number
  horizonSeconds: number
  readers: Readonly<Record<string, number>>
}

/** `/healthz` (the process answers), `/readyz` (it can serve), `/metrics` (for Prometheus). */
export function serveHealth(app: FastifyInstance, platform: Platform): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const lag = new Gauge({
    name: 'shopdesk_log_reader_lag',
    help: 'Events that a log reader has not read yet',
    labelNames: ['reader'],
    registers: [registry],
  })
  const horizon = new Gauge({
    name: 'shopdesk_log_horizon_seconds',
    help: 'Age of the oldest open transaction, for which all readers wait',
    registers: [registry],
  })
  const requests = new Histogram({
    name: 'shopdesk_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    requests.observe(
      { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    )
    done()
  })

  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const readiness = await readinessOf(platform)
    return reply.status(readiness.ready ? 200 : 503).send(readiness)
  })
  app.get('/metrics', async (_request, reply) => {
    const state = await logState(platform)
    for (const [reader, behind] of Object.entries(state.lag)) lag.set({ reader }, behind)
    horizon.set(state.horizonSeconds)
    return reply.header('content-type', registry.contentType).send(await registry.metrics())
  })
}

async function readinessOf(platform: Platform): Promise<Readiness> {
  try {
    const { rows } = await platform.pool.query<{ now: Date }>('select clock_timestamp() as now')
    const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - platform.now().getTime()) / 1000
    const state = await logState(platform)
    const reasons = [
      ...(skew > mostSkewSeconds ? [`The clock is ${skew.toFixed(1)} s off the database's.`] : []),
      ...(state.horizonSeconds > 60 ? ['A transaction has been open for more than a minute.'] : []),
    ]
    return {
      ready: reasons.length === 0,
      reasons,
      clockSkewSeconds: skew,
      horizonSeconds: state.horizonSeconds,
      readers: state.lag,
    }
  } catch {
    const reasons = ['The database does not answer.']
    return { ready: false, reasons, clockSkewSeconds: 0, horizonSeconds: 0, readers: {} }
  }
}
