import { rawRequest } from '../raw-connection.ts'
import { type Finding, interleaved, type Row } from '../row.ts'
import type { BenchStage } from '../stage.ts'

const perRun = 4000
const connections = 16
const bar = 0.3

/** The first page of the inbox, as the console opens it. */
export const inbox: Row = {
  name: 'inbox',
  needs: 'stage',
  measure: (stage) => compareReads(stage, 'inbox', 'first inbox page', () => `/api/conversations?view=all`),
}

/** The last page of a thread, as the console opens it. */
export const thread: Row = {
  name: 'thread',
  needs: 'stage',
  measure: (stage) =>
    compareReads(stage, 'thread', 'a thread page', (n, conversations) => {
      return `/api/conversations/${1 + ((n * 7919) % conversations)}/messages`
    }),
}

async function compareReads(
  stage: BenchStage | null,
  name: string,
  what: string,
  path: (n: number, conversations: number) => string,
): Promise<Finding> {
  if (!stage) throw new Error('This measurement needs the stage.')
  const { conversations, messagesEach } = stage.size
  const headers = { cookie: stage.founded.owner.wire.cookie() }
  const numbers = [...Array(perRun).keys()]
  const ours = numbers.map((n) => rawRequest('GET', path(n, conversations), headers))
  const bare = numbers.map((n) => rawRequest('GET', `/parents/${1 + ((n * 7919) % conversations)}/lines`))
  const rate = async (port: number, requests: string[]) =>
    requests.length / (await stage.driver.run({ port, connections, requests })).seconds
  const compared = await interleaved(
    stage.runs,
    () => rate(stage.port, ours),
    () => rate(stage.barePort, bare),
  )
  return {
    name,
    what: `${what}, ${conversations} conversations, ${conversations * messagesEach} messages`,
    bar: `>= ${bar} of bare`,
    measured: `${compared.ours.toFixed(0)}/s (bare ${compared.bare.toFixed(0)}/s)`,
    ratio: compared.ratio,
    met: compared.ratio >= bar,
  }
}
