import { inParallel } from '../../cli/replay/run.ts'
import { type Colleague, hire } from '../../cli/wire/staff.ts'
import { visitorToken } from '../data-set.ts'
import { type DeliveryResult, runDelivery } from '../delivery.ts'
import { median, type Row } from '../row.ts'
import type { BenchStage } from '../stage.ts'

const rate = 200
const bareRate = 50
const seconds = 15
const sockets = 500
/** People who hold the sockets, ten each: making 500 accounts would take longer than the run. */
const people = 50
const slowMachine = 20
const bar = 100

/** Customers send; agents look at the conversations, each at their own. */
export const delivery: Row = {
  name: 'delivery',
  needs: 'stage',
  measure: async (stage) => {
    if (!stage) throw new Error('This measurement needs the stage.')
    const agents = await hirePeople(stage)
    const results: DeliveryResult[] = []
    for (let run = 0; run < Math.min(3, stage.runs); run++) results.push(await once(stage, agents))
    const p99 = median(results.map((result) => result.p99))
    const bareP99 = median(results.map((result) => result.bareP99))
    const lost = results.reduce((sum, result) => sum + result.missing, 0)
    const refused = results.map((result) => JSON.stringify(result.refused)).filter((text) => text !== '{}')
    return {
      name: 'delivery',
      what: `customer sends -> agents who look have it, ${rate} messages/s, ${sockets} agents' sockets`,
      bar: `p99 <= ${bar} ms while bare p99 <= ${slowMachine} ms`,
      measured: `p99 ${p99.toFixed(1)} ms, p50 ${median(results.map((r) => r.p50)).toFixed(1)} ms (bare p99 ${bareP99.toFixed(1)} ms)${lost > 0 ? `, ${lost} never came ${refused}` : ''}`,
      ratio: null,
      met: lost > 0 ? false : bareP99 > slowMachine ? null : p99 <= bar,
    }
  },
}

async function hirePeople(stage: BenchStage): Promise<Colleague[]> {
  const hired: Colleague[] = []
  await inParallel([...Array(people).keys()], 4, async (n) => {
    const name = `Agent ${n}`
    const person = { name, email: `agent${n}@bench.example`, password: 'measured-often-2026' }
    hired.push(
      await hire(
        stage.founded.owner,
        { ...person, language: 'en', role: 'agent' },
        { address: `10.9.0.${n}` },
      ),
    )
  })
  return hired
}

function once(stage: BenchStage, people: readonly Colleague[]): Promise<DeliveryResult> {
  const { conversations, open } = stage.size
  const watched = Math.min(open, sockets * 2)
  const agents = Array.from({ length: sockets }, (_, n) => ({
    cookie: people[n % people.length]?.wire.cookie() ?? '',
    watches: [n, n + sockets].filter((at) => at < watched).map((at) => conversations - open + 1 + at),
  }))
  const tokens = Array.from({ length: watched }, (_, n) => visitorToken(n + 1))
  return runDelivery({ port: stage.port, barePort: stage.barePort, agents, tokens, rate, bareRate, seconds })
}
