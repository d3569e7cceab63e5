import type { Agent, AgentProfile } from './agent.ts'
import { effectiveCapacity } from './capacity.ts'
import { orderKey } from './order-key.ts'
import { plan } from './plan.ts'
import type { AssignmentPolicy } from './policy.ts'
import { ladderAt } from './relax.ts'
import { demandOf, requirementsKey, type WaitingFacts } from './requirements.ts'
import { figuresOf, type Served, type Shift } from './simulated-figures.ts'
import type { Figures } from './simulation.ts'
import { Timeline } from './timeline.ts'
import type { Waiting, WaitingGroup } from './waiting.ts'

/** A conversation as it really came. Moments in epoch milliseconds. */
export interface Arrival {
  readonly id: number
  readonly at: number
  readonly customerId: number
  readonly facts: WaitingFacts
  readonly units: number
  /** How long somebody had it in hand: taken over as it was. */
  readonly handleMs: number
}

/** Somebody who worked, and when. */
export interface Worker {
  /** Null for somebody who was added. */
  readonly staffId: number | null
  readonly profile: AgentProfile
  readonly capacity: number
  readonly shifts: readonly Shift[]
}

export interface Scene {
  readonly brandId: number
  readonly from: number
  readonly to: number
  readonly arrivals: readonly Arrival[]
  readonly workers: readonly Worker[]
  readonly policy: AssignmentPolicy
  /** In how many seconds the first response is promised. */
  readonly promisedSeconds: number
}

type Happening =
  | { readonly kind: 'arrives'; readonly arrival: Arrival }
  | { readonly kind: 'relaxes'; readonly id: number }
  | { readonly kind: 'ends'; readonly worker: State; readonly units: number }
  | { readonly kind: 'comes' | 'goes'; readonly worker: State }

interface State {
  readonly worker: Worker
  here: boolean
  used: number
  idleSince: number
}

interface Entry {
  readonly arrival: Arrival
  waiting: Waiting
}

const stepsBetweenPauses = 500

/**
 * Replays real arrivals under a policy and a roster with the planner that serves for real. A conversation costs its
 * channel's full units for as long as somebody really had it in hand; who goes off duty finishes what they have.
 * Yields the share that is done, 0 to 1, so that the caller can pause; returns the figures. The same scene gives the
 * same figures.
 */
export function* simulate(scene: Scene): Generator<number, Figures> {
  const run = new Run(scene)
  let steps = 0
  for (let at = run.next(); at !== null; at = run.next()) {
    if (++steps % stepsBetweenPauses === 0) {
      yield Math.min(1, Math.max(0, (at - scene.from) / (scene.to - scene.from)))
    }
  }
  return run.figures()
}

class Run {
  readonly #scene: Scene
  readonly #timeline = new Timeline<Happening>()
  readonly #states: State[]
  readonly #groups = new Map<string, WaitingGroup>()
  readonly #queues = new Map<number, Map<number, Entry>>()
  readonly #lastAgent = new Map<number, { staffId: number; at: number }>()
  readonly #served: Served[] = []
  #relaxed = 0

  constructor(scene: Scene) {
    this.#scene = scene
    this.#states = scene.workers.map((worker) => ({ worker, here: false, used: 0, idleSince: scene.from }))
    for (const worker of this.#states) {
      for (const shift of worker.worker.shifts) {
        this.#timeline.add(shift.from, { kind: 'comes', worker })
        this.#timeline.add(shift.to, { kind: 'goes', worker })
      }
    }
    for (const arrival of scene.arrivals) this.#timeline.add(arrival.at, { kind: 'arrives', arrival })
  }

  /** Lets the next thing happen; answers when, null when the period is over. */
  next(): number | null {
    const next = this.#timeline.take()
    if (!next || next.at > this.#scene.to) return null
    const { at, what } = next
    switch (what.kind) {
      case 'arrives':
        this.#enqueue(what.arrival, at)
        break
      case 'relaxes':
        this.#relax(what.id, at)
        break
      case 'ends':
        what.worker.used -= what.units
        this.#offer(what.worker, at)
        break
      case 'comes':
        what.worker.here = true
        this.#offer(what.worker, at)
        break
      case 'goes':
        what.worker.here = false
    }
    return at
  }

  figures(): Figures {
    const waiting = [...this.#queues.values()].flatMap((queue) => [...queue.values()])
    return figuresOf(
      this.#scene,
      this.#served,
      waiting.map((entry) => entry.arrival),
      this.#relaxed,
    )
  }

  #enqueue(arrival: Arrival, at: number): void {
    const { policy } = this.#scene
    const { asked, priority } = demandOf(arrival.facts, policy)
    const place = ladderAt(asked, at, policy.ladder, at)
    const last = this.#lastAgent.get(arrival.customerId)
    const hours = (count: number) => (last?.at ?? 0) + count * 3_600_000
    const waiting: Waiting = {
      conversationId: arrival.id,
      groupId: this.#groupOf(place.asks).id,
      orderKey: orderKey({ enqueuedAt: at, priority, dueAt: null, offlineMessage: false }, policy.order),
      units: arrival.units,
      step: place.step,
      sticky: last
        ? {
            staffId: last.staffId,
            until: hours(policy.sticky.hours),
            pausedUntil: hours(policy.sticky.pausedHours),
          }
        : null,
      returnedFrom: [],
      returnedUntil: 0,
    }
    this.#wait({ arrival, waiting }, at)
    if (place.stepAt !== null) {
      this.#timeline.add(place.stepAt, { kind: 'relaxes', id: arrival.id })
    }
  }

  #relax(id: number, at: number): void {
    const { policy } = this.#scene
    for (const queue of this.#queues.values()) {
      const entry = queue.get(id)
      if (!entry) continue
      queue.delete(id)
      const { asked } = demandOf(entry.arrival.facts, policy)
      const place = ladderAt(asked, entry.arrival.at, policy.ladder, at)
      this.#relaxed++
      this.#wait(
        {
          ...entry,
          waiting: { ...entry.waiting, groupId: this.#groupOf(place.asks).id, step: place.step },
        },
        at,
      )
      if (place.stepAt !== null) {
        this.#timeline.add(place.stepAt, { kind: 'relaxes', id })
      }
      return
    }
  }

  /** At rest nobody who waits fits anybody with room: only what is new needs a look. */
  #wait(entry: Entry, at: number): void {
    const queue = this.#queues.get(entry.waiting.groupId) ?? new Map<number, Entry>()
    this.#queues.set(entry.waiting.groupId, queue)
    queue.set(entry.arrival.id, entry)
    this.#give([entry], this.#states, at)
  }

  #offer(state: State, at: number): void {
    if (!state.here) return
    const most = Math.ceil((this.#capacityOf(state, at) - state.used) * 4)
    if (most <= 0) return
    const heads = [...this.#queues.values()].flatMap((queue) => firstOf(queue, most))
    if (heads.length > 0) this.#give(heads, [state], at)
  }

  #give(entries: readonly Entry[], states: readonly State[], at: number): void {
    const stateOf = new Map(states.filter((one) => one.here).map((one) => [one.worker.profile.staffId, one]))
    const entryOf = new Map(entries.map((entry) => [entry.arrival.id, entry]))
    const decisions = plan(
      entries.map((entry) => entry.waiting),
      [...this.#groups.values()],
      [...stateOf.values()].map((state) => this.#agentOf(state, at)),
      () => ({ sticky: this.#scene.policy.sticky.on }),
      at,
    )
    for (const decision of decisions) {
      const entry = entryOf.get(decision.conversationId)
      const state = stateOf.get(decision.chosen.staffId)
      if (!entry || !state) continue
      const { arrival } = entry
      this.#queues.get(entry.waiting.groupId)?.delete(arrival.id)
      state.used += arrival.units
      state.idleSince = at
      const endsAt = at + arrival.handleMs
      this.#timeline.add(endsAt, { kind: 'ends', worker: state, units: arrival.units })
      this.#lastAgent.set(arrival.customerId, { staffId: decision.chosen.staffId, at: endsAt })
      this.#served.push({
        worker: this.#states.indexOf(state),
        waitedMs: at - arrival.at,
        from: at,
        to: endsAt,
        units: arrival.units,
        used: state.used,
        sticky: decision.rule === 'sticky',
      })
    }
  }

  #agentOf(state: State, at: number): Agent {
    const { profile } = state.worker
    const { used, idleSince } = state
    return { profile, state: 'online', capacity: this.#capacityOf(state, at), used, idleSince }
  }

  #capacityOf(state: State, at: number): number {
    const { capacity } = state.worker
    return effectiveCapacity(
      { capacity, peakCapacity: capacity, peakOn: false, backSince: null },
      this.#scene.policy.ramp,
      at,
    )
  }

  #groupOf(asks: WaitingGroup['asks']): WaitingGroup {
    const key = requirementsKey(asks)
    const known = this.#groups.get(key)
    if (known) return known
    const made = { id: this.#groups.size + 1, brandId: this.#scene.brandId, asks }
    this.#groups.set(key, made)
    return made
  }
}

function firstOf(queue: ReadonlyMap<number, Entry>, most: number): Entry[] {
  return [...queue.values()]
    .sort((a, b) => a.waiting.orderKey - b.waiting.orderKey || a.arrival.id - b.arrival.id)
    .slice(0, most)
}
