import type { AgentProfile } from '../../../domain/assignment/agent.ts'
import type { assignmentEndpoints } from '../../../domain/assignment/endpoints.ts'
import { type Arrival, type Scene, simulate, type Worker } from '../../../domain/assignment/simulate.ts'
import {
  type Figures,
  type SimulationInput,
  simulationInput,
  type Variant,
} from '../../../domain/assignment/simulation.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessWholeBrand } from '../../brand/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { addJob } from '../../platform/jobs/jobs.ts'
import { type Platform, system, type Tx, transact, type Work } from '../../platform/work.ts'
import { accessSimulation } from '../access.ts'
import { selectPresence } from '../store/agents.ts'
import { selectPolicy } from '../store/policy.ts'
import {
  finishSimulation,
  insertSimulation,
  type PastConversation,
  type SimulationRow,
  selectPast,
  selectPastShifts,
  selectSimulation,
  selectSimulations,
  setProgress,
} from '../store/simulation.ts'
import { knownNow } from './cache.ts'

type Shown = EndpointOutput<typeof assignmentEndpoints.getSimulation>

const hour = 3_600_000
/** First response in chat is promised in 30 s. */
const promisedSeconds = 30
const mostArrivals = 200_000
const page = 2_000

/** Asks for a simulation; it runs in the background. Refuses `simulation_busy` while one of the brand runs. */
export async function startSimulation(
  work: Work,
  viewer: Viewer,
  brandId: number,
  input: SimulationInput,
): Promise<number> {
  await accessWholeBrand(work.tx, viewer, brandId, 'assignment.manage')
  const since = new Date(work.now.getTime() - hour)
  const asked = { brandId, by: viewer.staffId, at: work.now, since, input }
  const id = await insertSimulation(work.tx, asked)
  if (id === null) throw refuse('simulation_busy')
  await addJob(work.tx, 'simulate_assignment', { simulationId: id }, { attempts: 3 })
  return id
}

export async function listSimulations(
  tx: Tx,
  viewer: Viewer,
  brandId: number,
): Promise<{ simulations: Shown[] }> {
  await accessWholeBrand(tx, viewer, brandId, 'assignment.manage')
  return { simulations: (await selectSimulations(tx, brandId, 50)).map(shown) }
}

export async function readSimulation(tx: Tx, viewer: Viewer, id: number): Promise<Shown> {
  return shown(await accessSimulation(tx, viewer, id))
}

function shown(row: SimulationRow): Shown {
  return { ...row, askedAt: row.askedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null }
}

/** Computes both sides and keeps them, saying on the way how far it is. Doing it again gives the same. */
export async function runSimulation(platform: Platform, id: number): Promise<void> {
  const row = await selectSimulation(platform.kysely, id)
  if (!row || row.finishedAt) return
  const input = simulationInput.parse(row.input)
  const arrivals = await arrivalsOf(platform, row.brandId, input)
  const result = arrivals ? await bothSides(platform, row, input, arrivals) : null
  await transact(platform, system, async (work) => {
    await finishSimulation(work.tx, id, result, result ? null : 'too_many', work.now)
    await appendEvent(work, {
      name: 'assignment.simulated',
      brandId: row.brandId,
      data: { simulationId: id },
      audience: [audience.staff(row.askedById)],
    })
  })
}

async function bothSides(
  platform: Platform,
  row: SimulationRow,
  input: SimulationInput,
  arrivals: readonly Arrival[],
): Promise<{ a: Figures; b: Figures }> {
  const side = async (variant: Variant, base: number) => {
    const scene = await sceneOf(platform, row.brandId, input, variant, arrivals)
    return play(scene, (share) => setProgress(platform.kysely, row.id, Math.round(base + share * 50)))
  }
  return { a: await side(input.a, 0), b: await side(input.b, 50) }
}

/** Runs it piece by piece, so that the process serves others meanwhile. */
async function play(scene: Scene, tell: (share: number) => Promise<void>): Promise<Figures> {
  const steps = simulate(scene)
  let told = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (step.value - told >= 0.05) {
      told = step.value
      await tell(told)
    } else await new Promise((resolve) => setImmediate(resolve))
  }
}

async function arrivalsOf(
  platform: Platform,
  brandId: number,
  input: SimulationInput,
): Promise<Arrival[] | null> {
  const period = { from: new Date(input.from), to: new Date(input.to) }
  const past: PastConversation[] = []
  for (;;) {
    const rows = await selectPast(platform.kysely, brandId, period, past.at(-1)?.id ?? 0, page)
    past.push(...rows)
    if (past.length > mostArrivals) return null
    if (rows.length < page) break
  }
  const known = past.flatMap((one) => one.handleMs ?? []).sort((a, b) => a - b)
  const usual = known[Math.floor(known.length / 2)] ?? 5 * 60_000
  return past.map((one) => ({
    id: one.id,
    at: one.at.getTime(),
    customerId: one.customerId,
    facts: one,
    units: one.units,
    handleMs: Math.min(8 * hour, Math.max(15_000, one.handleMs ?? usual)),
  }))
}

async function sceneOf(
  platform: Platform,
  brandId: number,
  input: SimulationInput,
  variant: Variant,
  arrivals: readonly Arrival[],
): Promise<Scene> {
  const from = Date.parse(input.from)
  const to = Date.parse(input.to)
  const policy = variant.policy ?? (await selectPolicy(platform.kysely, brandId)).policy
  const workers = await workersOf(platform, brandId, { from: new Date(from), to: new Date(to) }, variant)
  return { brandId, from, to, arrivals, workers, policy, promisedSeconds }
}

/** Who worked, as the presence of that time says; where it says nothing at all, everybody, all the time. */
async function workersOf(
  platform: Platform,
  brandId: number,
  period: { from: Date; to: Date },
  variant: Variant,
): Promise<Worker[]> {
  const { profiles } = await knownNow(platform, platform.kysely)
  const serving = [...profiles.values()].filter(
    (one) =>
      (one.everywhere || one.brandIds.includes(brandId) || one.shopIds.length > 0) &&
      !variant.withoutStaffIds.includes(one.staffId),
  )
  const shifts = await selectPastShifts(platform.kysely, period)
  const presence = await selectPresence(
    platform.kysely,
    serving.map((one) => one.staffId),
  )
  const capacityOf = new Map(presence.map((one) => [one.staffId, one.capacity]))
  const always = [{ from: period.from.getTime(), to: period.to.getTime() }]
  const real = serving.map((profile) => ({
    staffId: profile.staffId,
    profile,
    capacity: variant.capacity ?? capacityOf.get(profile.staffId) ?? 8,
    shifts:
      shifts.length === 0
        ? always
        : shifts
            .filter((one) => one.staffId === profile.staffId)
            .map((one) => ({ from: one.from.getTime(), to: one.to.getTime() })),
  }))
  const worked = real.filter((worker) => worker.shifts.length > 0)
  const usual = worked.reduce((sum, one) => sum + one.capacity, 0) / Math.max(1, worked.length)
  const added = Array.from({ length: variant.extraAgents }, (_, index) => ({
    staffId: null,
    profile: addedProfile(index, brandId, serving),
    capacity: Math.floor((worked.length > 0 ? usual : 8) * 4) / 4,
    shifts: always,
  }))
  return [...worked, ...added].sort((a, b) => a.profile.staffId - b.profile.staffId)
}

/** Somebody who is not there yet: in every team, with every skill and language of the others at level 3. */
function addedProfile(index: number, brandId: number, like: readonly AgentProfile[]): AgentProfile {
  const level = 3
  return {
    staffId: Number.MAX_SAFE_INTEGER - 1000 + index,
    name: `+${index + 1}`,
    everywhere: false,
    brandIds: [brandId],
    shopIds: [],
    onlyTeamIds: [],
    teamIds: [...new Set(like.flatMap((one) => [...one.teamIds]))],
    languages: new Map(like.flatMap((one) => [...one.languages.keys()].map((tag) => [tag, level] as const))),
    skills: new Map(like.flatMap((one) => [...one.skills.keys()].map((skill) => [skill, level] as const))),
  }
}
