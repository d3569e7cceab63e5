import { expect, test } from 'vitest'
import type { Agent, PresenceState } from './agent.ts'
import { profile, sticking } from './floor.fixture.ts'
import { orderKey } from './order-key.ts'
import { plan } from './plan.ts'
import { defaultPolicy, policyShape } from './policy.ts'
import { ladderAt } from './relax.ts'
import { matchOf, requirementsKey } from './requirements.ts'
import type { Asked } from './shapes.ts'
import type { Waiting, WaitingGroup } from './waiting.ts'

/** Random numbers from a seed (mulberry32), so that a history can be repeated. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

interface Talk {
  readonly id: number
  readonly asked: Asked
  readonly units: number
  readonly enqueuedAt: number
  since: number
  step: number
  owner: number | null
  returnedFrom: number[]
  returnedUntil: number
}

const policy = policyShape.parse({ ...defaultPolicy, ladder: {} })
const people = 12

/**
 * A floor in memory: what is waiting, who is there, who has what. The planner sees only what it could read from the
 * tables; a crash loses all that it knew, and a decision under way with it.
 */
class Floor {
  readonly roll: (below: number) => number
  readonly talks = new Map<number, Talk>()
  readonly states: PresenceState[] = Array.from({ length: people }, () => 'online')
  readonly capacity: number[] = Array.from({ length: people }, (_, n) => 1 + (n % 4))
  readonly profiles = Array.from({ length: people }, (_, n) =>
    profile(n + 1, {
      teamIds: n % 3 === 0 ? [1, 2] : [1 + (n % 2)],
      skills: new Map(n % 4 === 3 ? [] : [[7 + (n % 3), 1 + (n % 5)]]),
      languages: new Map(
        n % 2 === 0
          ? [['zh', 5]]
          : [
              ['zh', 3],
              ['en', 4],
            ],
      ),
    }),
  )
  now = 1_000_000_000
  made = 0
  longest = 0

  constructor(seed: number) {
    this.roll = dice(seed)
  }

  /** Recounted from the conversations, each time. */
  used(): number[] {
    const used = Array.from({ length: people }, () => 0)
    for (const { owner, units } of this.talks.values()) {
      if (owner !== null) used[owner - 1] = (used[owner - 1] ?? 0) + units
    }
    return used
  }

  agents(): Agent[] {
    const used = this.used()
    return this.profiles.map((one, n) => ({
      profile: one,
      state: this.states[n] ?? 'offline',
      capacity: this.capacity[n] ?? 0,
      used: used[n] ?? 0,
      idleSince: 0,
    }))
  }

  waiting(): { entries: Waiting[]; groups: WaitingGroup[] } {
    const groups = new Map<string, WaitingGroup>()
    const entries = [...this.talks.values()].flatMap((talk) => {
      if (talk.owner !== null) return []
      const { asks, step } = ladderAt(talk.asked, talk.since, policy.ladder, this.now, talk.step)
      talk.step = step
      const key = requirementsKey(asks)
      const group = groups.get(key) ?? { id: groups.size + 1, brandId: 1, asks }
      groups.set(key, group)
      const { enqueuedAt, units, returnedFrom, returnedUntil } = talk
      const order = orderKey({ enqueuedAt, priority: 0, dueAt: null, offlineMessage: false }, policy.order)
      return [
        {
          conversationId: talk.id,
          groupId: group.id,
          orderKey: order,
          units,
          step,
          sticky: null,
          returnedFrom,
          returnedUntil,
        },
      ]
    })
    return { entries, groups: [...groups.values()] }
  }

  /** One thing happens, of those that may happen on a floor. */
  step(): void {
    const what = this.roll(100)
    const staffId = 1 + this.roll(people)
    const inHand = [...this.talks.values()].filter((talk) => talk.owner === staffId)
    const one = inHand[this.roll(Math.max(1, inHand.length))]
    if (what < 30) this.arrive()
    else if (what < 62) one && this.talks.delete(one.id)
    else if (what < 66) this.states[staffId - 1] = this.roll(2) ? 'break' : 'paused'
    else if (what < 68) this.goOffline(staffId, inHand)
    else if (what < 80) this.states[staffId - 1] = 'online'
    else if (what < 84) one && this.giveBack(one, staffId)
    else if (what < 88) one && this.takeByHand(one, 1 + this.roll(people))
    // The clock jumps, forward and a little back.
    else if (what < 92) this.now += this.roll(300_000) - 20_000
    else this.now += this.roll(3_000)
  }

  arrive(): void {
    if (this.talks.size > 40) return
    const id = ++this.made
    const skill = this.roll(4)
    this.talks.set(id, {
      id,
      asked: {
        shopId: 1,
        channelId: 1 + this.roll(2),
        teamIds: this.roll(3) === 0 ? [1 + this.roll(2)] : [],
        language: this.roll(2)
          ? { tag: this.roll(3) ? 'zh' : 'fr', level: 3, required: this.roll(2) === 0 }
          : null,
        skills:
          skill < 2 ? [{ skillId: 7 + this.roll(3), level: 1 + this.roll(5), required: skill === 0 }] : [],
        overflowTeamId: this.roll(2) ? 2 : null,
      },
      units: 1,
      enqueuedAt: this.now,
      since: this.now,
      step: 0,
      owner: null,
      returnedFrom: [],
      returnedUntil: 0,
    })
  }

  goOffline(staffId: number, inHand: readonly Talk[]): void {
    this.states[staffId - 1] = 'offline'
    for (const talk of inHand) this.giveBack(talk, staffId)
  }

  giveBack(talk: Talk, staffId: number): void {
    talk.owner = null
    talk.since = this.now
    talk.returnedFrom = [...new Set([...talk.returnedFrom, staffId])]
    talk.returnedUntil = this.now + policy.ladder.preferredAfter * 1000
  }

  /** A transfer: whoever accepts may have more than fits. */
  takeByHand(talk: Talk, staffId: number): void {
    talk.owner = staffId
  }

  /** What the planner decides is written, unless it crashes on the way: then nothing of it is. */
  settle(): void {
    const { entries, groups } = this.waiting()
    const agents = this.agents()
    const before = new Map(agents.map((one) => [one.profile.staffId, one.used]))
    const decisions = plan(entries, groups, agents, sticking, this.now)
    if (this.roll(200) === 0) {
      expect(plan(entries.toReversed(), groups, agents, sticking, this.now)).toEqual(decisions)
    }
    if (this.roll(20) === 0) {
      this.settle()
      return
    }
    for (const decision of decisions) {
      const talk = this.talks.get(decision.conversationId)
      if (!talk || talk.owner !== null) throw new Error('given although somebody has it')
      talk.owner = decision.chosen.staffId
      this.longest = Math.max(this.longest, this.now - talk.since)
    }
    this.recount(before, decisions.length)
    this.nobodyIdles()
  }

  /** Recounted from the conversations: what the planner gave fits. */
  recount(before: ReadonlyMap<number, number>, given: number): void {
    if (given === 0) return
    for (const [n, used] of this.used().entries()) {
      const fits = used <= (before.get(n + 1) ?? 0) || used <= (this.capacity[n] ?? 0)
      if (!fits) throw new Error(`more than fits: ${used} of ${this.capacity[n]}`)
    }
  }

  nobodyIdles(): void {
    const { entries, groups } = this.waiting()
    if (entries.length === 0) return
    const free = this.agents().filter((one) => one.state === 'online' && one.used < one.capacity)
    for (const entry of entries) {
      const group = groups.find((one) => one.id === entry.groupId)
      for (const { profile: one, used, capacity } of free) {
        const barred = this.now < entry.returnedUntil && entry.returnedFrom.includes(one.staffId)
        if (barred || used + entry.units > capacity || !group) continue
        if (matchOf(one, 1, group.asks) !== null)
          throw new Error(`${one.name} idles while ${entry.conversationId} waits`)
      }
    }
  }
}

test('a floor of 100,000 steps keeps every promise of assignment', () => {
  let longest = 0
  for (let seed = 1; seed <= 5; seed++) {
    const floor = new Floor(seed)
    for (let step = 0; step < 20_000; step++) {
      floor.step()
      floor.settle()
    }
    // Once people come and finish what they have, everybody is served, whatever they asked for.
    floor.now += policy.ladder.anybodyAfter * 1000 + 60_000
    floor.states.fill('online')
    for (let round = 0; round < 100 && floor.talks.size > 0; round++) {
      floor.settle()
      for (const talk of [...floor.talks.values()]) if (talk.owner !== null) floor.talks.delete(talk.id)
    }
    expect(floor.talks.size).toBe(0)
    expect(floor.made).toBeGreaterThan(3_000)
    longest = Math.max(longest, floor.longest)
  }
  expect(longest).toBeGreaterThan(0)
}, 120_000)
