import type { Agent, AgentProfile } from './agent.ts'
import { matchOf } from './requirements.ts'
import type { DecisionRule } from './shapes.ts'
import type { Ranked, Waiting, WaitingGroup } from './waiting.ts'

/** An agent while a plan is made: what is given to them counts at once. */
export interface Contender {
  readonly profile: AgentProfile
  readonly state: Agent['state']
  readonly capacity: number
  used: number
  idleSince: number
  /** Rises with each change, so that an old place in a heap is known as old. */
  version: number
}

interface Place {
  readonly contender: Contender
  readonly ranked: Ranked
  readonly version: number
}

export interface Choice {
  readonly chosen: Ranked
  readonly rule: DecisionRule
  readonly runnersUp: readonly Ranked[]
  readonly eligible: number
}

const mostRunnersUp = 3

/**
 * The agents who qualify for one group, best first, in a heap. Being given something only makes a place worse,
 * so that a place which is out of date is put right when it comes to the top.
 */
export class Contest {
  readonly #heap: Place[]

  private constructor(heap: Place[]) {
    this.#heap = heap
  }

  static of(group: WaitingGroup, contenders: readonly Contender[]): Contest {
    const places = contenders.flatMap((contender) => {
      if (contender.state !== 'online') return []
      const match = matchOf(contender.profile, group.brandId, group.asks)
      return match === null ? [] : [placeOf(contender, match)]
    })
    // A sorted list is a heap.
    return new Contest(places.sort(compare))
  }

  /** Chooses for one conversation; null when nobody qualifies who has room. */
  choose(entry: Waiting, now: number, sticky: { contender: Contender; match: number } | null): Choice | null {
    const wanted = sticky ? mostRunnersUp : mostRunnersUp + 1
    const seen: Place[] = []
    const best: Place[] = []
    const last: Place[] = []
    while (best.length < wanted) {
      const place = this.#next()
      if (!place) break
      const { contender } = place
      // Too full for this one, and so for the rest of the group: its channel costs the same for all.
      if (!fits(contender, entry)) continue
      seen.push(place)
      if (contender === sticky?.contender) continue
      if (!entry.returnedFrom.includes(contender.profile.staffId)) best.push(place)
      else if (now >= entry.returnedUntil) last.push(place)
    }
    for (const place of seen) this.#push(place)
    const others = [...best, ...last].map((place) => place.ranked)
    const eligible = this.#count(entry, now) + (sticky?.contender.state === 'paused' ? 1 : 0)
    if (sticky) {
      const chosen = placeOf(sticky.contender, sticky.match).ranked
      return { chosen, rule: 'sticky', runnersUp: others.slice(0, mostRunnersUp), eligible }
    }
    const [chosen, ...runnersUp] = others
    if (!chosen) return null
    return {
      chosen,
      rule: ruleOf(chosen, runnersUp[0]),
      runnersUp: runnersUp.slice(0, mostRunnersUp),
      eligible,
    }
  }

  /** Takes the best place that is up to date. */
  #next(): Place | null {
    for (;;) {
      const top = this.#pop()
      if (!top || top.version === top.contender.version) return top
      this.#push(placeOf(top.contender, top.ranked.match))
    }
  }

  #count(entry: Waiting, now: number): number {
    const barred = now < entry.returnedUntil ? entry.returnedFrom : []
    let count = 0
    for (const { contender } of this.#heap) {
      if (fits(contender, entry) && !barred.includes(contender.profile.staffId)) count++
    }
    return count
  }

  #pop(): Place | null {
    const heap = this.#heap
    const [top] = heap
    const end = heap.pop()
    if (!top || !end) return null
    if (heap.length > 0) {
      heap[0] = end
      this.#sink()
    }
    return top
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ; ) {
      let best = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (before(heap[child], heap[best])) best = child
      if (best === at) return
      swap(heap, at, best)
      at = best
    }
  }

  #push(place: Place): void {
    const heap = this.#heap
    let at = heap.push(place) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(heap[at], heap[parent])) return
      swap(heap, at, parent)
      at = parent
    }
  }
}

function fits(contender: Contender, entry: Waiting): boolean {
  return contender.used + entry.units <= contender.capacity
}

function placeOf(contender: Contender, match: number): Place {
  const { capacity, used, idleSince, version, profile } = contender
  const spare = capacity === 0 ? 0 : Math.max(0, capacity - used) / capacity
  return { contender, version, ranked: { staffId: profile.staffId, match, spare, idleSince } }
}

/** Negative when `a` is chosen before `b`. */
function compare(a: Place, b: Place): number {
  return compareRanked(a.ranked, b.ranked)
}

/** The order of choice: better match, more spare capacity as a share, longer idle, lower number. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return b.match - a.match || b.spare - a.spare || a.idleSince - b.idleSince || a.staffId - b.staffId
}

function before(a: Place | undefined, b: Place | undefined): boolean {
  return a !== undefined && b !== undefined && compare(a, b) < 0
}

function swap(heap: Place[], a: number, b: number): void {
  const [x, y] = [heap[a], heap[b]]
  if (x && y) [heap[a], heap[b]] = [y, x]
}

/** What tipped the scales between the chosen one and the next. */
function ruleOf(chosen: Ranked, next: Ranked | undefined): DecisionRule {
  if (!next) return 'only'
  if (chosen.match !== next.match) return 'match'
  return chosen.spare === next.spare ? 'idle' : 'share'
}
