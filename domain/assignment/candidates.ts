import type { Agent } from './agent.ts'
import { lackOf } from './requirements.ts'
import type { Requirements } from './shapes.ts'

/** A conversation that waits, as far as it decides who could have it. */
export interface Wanting {
  readonly brandId: number
  readonly asks: Requirements
  readonly units: number
  readonly returnedFrom: readonly number[]
  readonly returnedUntil: number
  readonly stickyStaffId: number | null
  readonly stickyPausedUntil: number
}

/** How many could have it, and how many could not for which reason. */
export interface Candidates {
  all: number
  free: number
  otherTeam: number
  language: number
  skills: { skillId: number; level: number; count: number }[]
  offline: number
  paused: number
  onBreak: number
  wrapUp: number
  full: number
  returnedFrom: number
}

/**
 * Counts everybody who may serve the shop once, by the first thing that stands against it: what they lack, then
 * their presence, then their load.
 */
export function candidatesFor(wanting: Wanting, agents: readonly Agent[], now: number): Candidates {
  const count: Candidates = {
    all: 0,
    free: 0,
    otherTeam: 0,
    language: 0,
    skills: wanting.asks.skills
      .filter((one) => one.level > 0)
      .map(({ skillId, level }) => ({ skillId, level, count: 0 })),
    offline: 0,
    paused: 0,
    onBreak: 0,
    wrapUp: 0,
    full: 0,
    returnedFrom: 0,
  }
  for (const agent of agents) {
    const lack = lackOf(agent.profile, wanting.brandId, wanting.asks)
    if (lack?.kind === 'shop') continue
    count.all++
    if (lack?.kind === 'team') count.otherTeam++
    else if (lack?.kind === 'language') count.language++
    else if (lack?.kind === 'skill') {
      const skill = count.skills.find((one) => one.skillId === lack.skillId)
      if (skill) skill.count++
    } else count[standing(wanting, agent, now)]++
  }
  return count
}

type Standing = 'free' | 'offline' | 'paused' | 'onBreak' | 'wrapUp' | 'full' | 'returnedFrom'

/** What stands against somebody who qualifies. */
function standing(wanting: Wanting, agent: Agent, now: number): Standing {
  const { staffId } = agent.profile
  const own = wanting.stickyStaffId === staffId && now <= wanting.stickyPausedUntil
  if (agent.state === 'offline') return 'offline'
  if (agent.state === 'break') return 'onBreak'
  if (agent.state === 'wrap_up') return 'wrapUp'
  if (agent.state === 'paused' && !own) return 'paused'
  if (now < wanting.returnedUntil && wanting.returnedFrom.includes(staffId)) return 'returnedFrom'
  return agent.used + wanting.units > agent.capacity ? 'full' : 'free'
}
