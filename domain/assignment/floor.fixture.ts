import type { Agent, AgentProfile } from './agent.ts'
import type { Requirements } from './shapes.ts'
import type { Waiting, WaitingGroup } from './waiting.ts'

/** Somebody who may answer everywhere in brand 1 and speaks Chinese, but for what is said. */
export function profile(staffId: number, is: Partial<AgentProfile> = {}): AgentProfile {
  return {
    staffId,
    name: `Agent ${staffId}`,
    everywhere: false,
    brandIds: [1],
    shopIds: [],
    onlyTeamIds: [],
    teamIds: [],
    languages: new Map([['zh', 5]]),
    skills: new Map(),
    ...is,
  }
}

export function agent(staffId: number, is: Partial<Agent> & { as?: Partial<AgentProfile> } = {}): Agent {
  const { as, ...rest } = is
  return { profile: profile(staffId, as), state: 'online', capacity: 8, used: 0, idleSince: 0, ...rest }
}

export function asks(is: Partial<Requirements> = {}): Requirements {
  return { shopId: 1, channelId: 1, teamIds: [], language: null, skills: [], ...is }
}

export function group(id: number, is: Partial<Requirements> = {}): WaitingGroup {
  return { id, brandId: 1, asks: asks(is) }
}

export function waiting(conversationId: number, is: Partial<Waiting> = {}): Waiting {
  return {
    conversationId,
    groupId: 1,
    orderKey: conversationId,
    units: 1,
    step: 0,
    sticky: null,
    returnedFrom: [],
    returnedUntil: 0,
    ...is,
  }
}

/** Stickiness is on, as by default. */
export const sticking = () => ({ sticky: true })
