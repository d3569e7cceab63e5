import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { Durations } from '../cli/wire/percentiles.ts'
import type { DeliveryJob, DeliveryResult } from './delivery.ts'
import { RawConnection, rawRequest } from './raw-connection.ts'

/*
 * Customers and agents of the delivery run, in a process of their own: opens the agents' sockets, sends
 * customers' messages at a steady rate, and notes when the agent who looks at the conversation has each.
 * Beside it runs a slow stream of bare inserts, which tells whether the machine itself kept up.
 */

process.on('message', async (job: DeliveryJob) => {
  process.send?.(await deliver(job))
})

async function deliver(job: DeliveryJob): Promise<DeliveryResult> {
  const seen = new Durations()
  const sentAt = new Map<string, number>()
  const onMessage = (key: string) => {
    const at = sentAt.get(key)
    if (at !== undefined && sentAt.delete(key)) seen.add(performance.now() - at)
  }
  const sockets = await Promise.all(job.agents.map((agent) => openAgent(job, agent, onMessage)))
  const bare = new Durations()
  const bareStream = atRate(
    job.barePort,
    job.bareRate,
    job.seconds,
    () => {
      return rawRequest(
        'POST',
        '/lines',
        {},
        { parent: 1 + Math.floor(Math.random() * 1000), text: 'x'.repeat(240) },
      )
    },
    (ms) => bare.add(ms),
  )
  const refused: Record<string, number> = {}
  let n = 0
  await atRate(
    job.port,
    job.rate,
    job.seconds,
    () => {
      const token = job.tokens[n++ % job.tokens.length] ?? ''
      const key = randomBytes(12).toString('hex')
      sentAt.set(key, performance.now())
      const headers = {
        authorization: `Bearer ${token}`,
        'x-forwarded-for': `10.1.${(n >> 8) & 255}.${n & 255}`,
      }
      return rawRequest('POST', '/api/widget/messages', headers, {
        key,
        text: '还在吗？我再补充一下订单的情况。',
      })
    },
    (_, status) => {
      if (status >= 300) refused[status] = (refused[status] ?? 0) + 1
    },
  )
  await bareStream
  await new Promise((next) => setTimeout(next, 2000))
  for (const socket of sockets) socket.terminate()
  return {
    seen: seen.count,
    missing: sentAt.size,
    p50: seen.at(0.5),
    p99: seen.at(0.99),
    bareP99: bare.at(0.99),
    refused,
  }
}

/** Opens one agent's socket, who looks at these conversations. Resolves when the server has welcomed it. */
function openAgent(
  job: DeliveryJob,
  agent: DeliveryJob['agents'][number],
  onMessage: (key: string) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${job.port}/api/socket`, {
    headers: { cookie: agent.cookie, origin: `http://127.0.0.1:${job.port}` },
    perMessageDeflate: false,
  })
  socket.on('open', () => socket.send('{"type":"hello"}'))
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`An agent's socket was closed (${code}).`)))
    socket.on('message', (data: Buffer) => {
      // Only events of watched conversations are parsed; coalesced rows would cost this process too much.
      const kind = data.toString('latin1', 0, 20)
      if (kind.startsWith('{"type":"welcome"')) {
        for (const conversationId of agent.watches) {
          socket.send(JSON.stringify({ type: 'watch', conversationId }))
        }
        resolve(socket)
      }
      if (!kind.startsWith('{"type":"events"')) return
      const push = JSON.parse(String(data)) as { events: { message?: { key: string | null } }[] }
      for (const { message } of push.events) if (message?.key) onMessage(message.key)
    })
  })
}

/** Sends requests at a steady rate, each at its time whatever became of the one before. */
async function atRate(
  port: number,
  rate: number,
  seconds: number,
  next: () => string,
  done: (ms: number, status: number) => void,
): Promise<void> {
  const idle = Array.from({ length: 32 }, () => new RawConnection(port))
  const under: Promise<void>[] = []
  const since = performance.now()
  for (let n = 0; n < rate * seconds; n++) {
    const due = since + (n * 1000) / rate
    const early = due - performance.now()
    if (early > 0) await new Promise((go) => setTimeout(go, early))
    const connection = idle.pop() ?? new RawConnection(port)
    const start = performance.now()
    under.push(
      connection.send(next()).then((reply) => {
        done(performance.now() - start, reply.status)
        idle.push(connection)
      }),
    )
  }
  await Promise.all(under)
  for (const connection of idle) connection.close()
}
