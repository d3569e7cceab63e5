import { randomBytes } from 'node:crypto'
import { visitorToken } from '../data-set.ts'
import { rawRequest } from '../raw-connection.ts'
import { type Finding, interleaved, type Row } from '../row.ts'
import type { BenchStage } from '../stage.ts'

/** Requests in one run. */
const perRun = 6000
const connections = 16

/** Appending to open conversations: token, shape, idempotency, event, live. */
export const append: Row = {
  name: 'append',
  needs: 'stage',
  measure: (stage) =>
    compareWrites(need(stage), {
      name: 'append',
      what: 'append a customer message, 16 connections',
      bar: 0.5,
      tokens: (run) =>
        Array.from({ length: perRun }, (_, n) =>
          visitorToken(1 + ((run * perRun + n) % need(stage).size.open)),
        ),
    }),
}

/** Starting conversations the same way: each request by a visitor who has written nothing yet. */
export const start: Row = {
  name: 'start',
  needs: 'stage',
  measure: (stage) =>
    compareWrites(need(stage), {
      name: 'start',
      what: 'start a conversation, 16 connections',
      bar: 0.35,
      tokens: () => need(stage).takeFresh(startsPerRun),
      opens: true,
    }),
}

/** Conversations started in one run. */
export const startsPerRun = 4000

interface Writes {
  name: string
  what: string
  bar: number
  tokens: (run: number) => string[]
  /** Says, as the widget does, that no talk is open. */
  opens?: boolean
}

async function compareWrites(stage: BenchStage, writes: Writes): Promise<Finding> {
  const compared = await interleaved(
    stage.runs,
    async (run) => {
      const requests = writes.tokens(run).map((token, n) => sendRequest(token, n, writes.opens))
      const since = performance.now()
      await stage.driver.run({ port: stage.port, connections, requests })
      await stage.caughtUp()
      return requests.length / ((performance.now() - since) / 1000)
    },
    async () => {
      const requests = bareWrites(stage, perRun)
      const since = performance.now()
      await stage.driver.run({ port: stage.barePort, connections, requests })
      return requests.length / ((performance.now() - since) / 1000)
    },
  )
  return {
    name: writes.name,
    what: writes.what,
    bar: `>= ${writes.bar} of bare`,
    measured: `${compared.ours.toFixed(0)}/s (bare ${compared.bare.toFixed(0)}/s)`,
    ratio: compared.ratio,
    met: compared.ratio >= writes.bar,
  }
}

/** What one visitor's message looks like on the wire; each visitor comes from an address of their own. */
export function sendRequest(token: string, n: number, opens = false): string {
  const headers = {
    authorization: `Bearer ${token}`,
    'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  }
  const text = `请问我的订单什么时候能发货？这是第 ${n} 次问了，麻烦帮我看一下仓库那边的进度，谢谢。`
  const key = randomBytes(12).toString('hex')
  return rawRequest('POST', '/api/widget/messages', headers, { key, text, ...(opens ? { opens } : {}) })
}

/** Writes of the baseline, spread over its rows. */
export function bareWrites(stage: BenchStage, count: number): string[] {
  const text = 'Where is my parcel? '.repeat(12)
  return Array.from({ length: count }, (_, n) =>
    rawRequest('POST', '/lines', {}, { parent: 1 + ((n * 7919) % stage.size.conversations), text }),
  )
}

function need(stage: BenchStage | null): BenchStage {
  if (!stage) throw new Error('This measurement needs the stage.')
  return stage
}
