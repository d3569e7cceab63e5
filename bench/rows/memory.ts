import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { type Recorded, readRecorded } from '../../cli/replay/recorded.ts'
import { inParallel, replay } from '../../cli/replay/run.ts'
import { type Colleague, hire } from '../../cli/wire/staff.ts'
import { startCluster } from '../cluster.ts'
import { fillProduct, visitorToken } from '../data-set.ts'
import type { Finding, Row } from '../row.ts'
import { found, startBenchServer } from '../stage.ts'

const idleBar = 200
const socketsBar = 450
const sockets = 5000
const idleSeconds = 60
const realTalks = '../shared/data/jddc/sessions.jsonl'

/** The server's memory after a replay and a minute of rest. */
export const memoryIdle: Row = {
  name: 'memory-idle',
  needs: 'nothing',
  measure: async () => {
    const cluster = await startCluster()
    try {
      const server = await startBenchServer(await cluster.createDatabase('product'))
      const { owner, channelKey } = await found(server)
      const agents = await hireAgents(owner)
      const recorded = existsSync(realTalks) ? readRecorded(realTalks) : madeTalks()
      const report = await replay({ base: server.base, channelKey, recorded, agents, parallel: 40 })
      if (report.faults.length > 0) throw new Error(`The replay has faults: ${report.faults[0]}`)
      await pause(idleSeconds * 1000)
      const megabytes = residentMegabytes(server.processId())
      await server.remove()
      const what = `server memory after a replay of ${report.messages} messages and ${idleSeconds} s idle`
      return finding('memory-idle', what, idleBar, megabytes)
    } finally {
      await cluster.remove()
    }
  },
}

/** The server's memory with many visitors' sockets open. */
export const memorySockets: Row = {
  name: 'memory-sockets',
  needs: 'nothing',
  measure: async () => {
    const cluster = await startCluster()
    try {
      const database = await cluster.createDatabase('product')
      const server = await startBenchServer(database)
      const { owner, brandId, shopId, channelId } = await found(server)
      const place = { brandId, shops: [{ shopId, channelId }], staffIds: [owner.staffId] }
      await fillProduct(database, place, { conversations: sockets, messagesEach: 4, open: sockets, fresh: 0 })
      const open: WebSocket[] = []
      await inParallel([...Array(sockets).keys()], 32, async (n) => {
        open.push(await openVisitor(server.base, n))
      })
      await pause(5000)
      const megabytes = residentMegabytes(server.processId())
      for (const socket of open) socket.terminate()
      await server.remove()
      return finding(
        'memory-sockets',
        `server memory with ${sockets} visitors' sockets`,
        socketsBar,
        megabytes,
      )
    } finally {
      await cluster.remove()
    }
  },
}

function openVisitor(base: string, n: number): Promise<WebSocket> {
  const headers = { origin: base, 'x-forwarded-for': `10.2.${(n >> 8) & 255}.${n & 255}` }
  const url = `${base.replace('http', 'ws')}/api/widget/socket`
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', token: visitorToken(n + 1) })))
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`A visitor's socket was closed (${code}).`)))
    socket.on('message', (data) => {
      const push = JSON.parse(String(data)) as { type: string }
      if (push.type === 'welcome') resolve(socket)
      if (push.type === 'refused') reject(new Error("A visitor's socket was refused."))
    })
  })
}

async function hireAgents(owner: Colleague): Promise<Colleague[]> {
  const agents: Colleague[] = []
  await inParallel([...Array(20).keys()], 4, async (n) => {
    const person = { name: `Agent ${n}`, email: `agent${n}@bench.example`, password: 'measured-often-2026' }
    agents.push(await hire(owner, { ...person, language: 'en', role: 'agent' }, { address: `10.9.0.${n}` }))
  })
  return agents
}

/** Talks of our own, where no recorded ones are at hand. */
function madeTalks(): Recorded[] {
  const said = [
    '在吗？',
    '在的，请问有什么可以帮您？',
    '我的包裹三天没动了',
    '我帮您联系快递，请稍等。',
    '好的，谢谢',
  ]
  return Array.from({ length: 500 }, (_, n) => ({
    session: `made-${n}`,
    turns: Array.from({ length: 12 }, (_, at) => ({
      from: at % 2 === 0 ? 'customer' : 'agent',
      text: `${said[at % said.length]} ${n}`,
      transfer: false,
      repeat: false,
    })),
  }))
}

/** What the process holds in memory, in MB (millions of bytes). */
function residentMegabytes(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8')
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024) / 1e6
}

function finding(name: string, what: string, bar: number, megabytes: number): Finding {
  const measured = `${megabytes.toFixed(0)} MB`
  return { name, what, bar: `<= ${bar} MB`, measured, ratio: null, met: megabytes <= bar }
}
