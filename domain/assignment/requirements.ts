import type { OrderStage } from '../conversation/state.ts'
import { type AgentProfile, languageOf } from './agent.ts'
import type { AssignmentPolicy, AssignmentRule } from './policy.ts'
import type { Asked, Requirements } from './shapes.ts'

/** What rules look at. */
export interface WaitingFacts {
  readonly shopId: number
  readonly channelId: number
  readonly stage: OrderStage | null
  readonly language: string | null
  readonly topicId: number | null
  readonly customerTagIds: readonly number[]
  /** The team to which it was handed over; stronger than a rule's. */
  readonly teamId: number | null
  readonly priority: number
}

export interface Demand {
  readonly asked: Asked
  readonly priority: number
}

/** What a waiting conversation asks for, and how urgent it is, by the first rule that holds. */
export function demandOf(facts: WaitingFacts, policy: AssignmentPolicy): Demand {
  const rule = policy.rules.find((one) => holds(one.when, facts))
  const teamId = facts.teamId ?? rule?.teamId ?? null
  const { ask, level } = policy.language
  return {
    asked: {
      shopId: facts.shopId,
      channelId: facts.channelId,
      teamIds: teamId === null ? [] : [teamId],
      language:
        ask === 'not' || facts.language === null
          ? null
          : { tag: languageOf(facts.language), level, required: ask === 'required' },
      skills: [...(rule?.skills ?? [])].sort((a, b) => a.skillId - b.skillId),
      overflowTeamId: rule?.overflowTeamId ?? null,
    },
    priority: facts.priority + (rule?.priority ?? 0),
  }
}

function holds(when: AssignmentRule['when'], facts: WaitingFacts): boolean {
  const asks = <T>(wanted: readonly T[], is: T | null) =>
    wanted.length === 0 || (is !== null && wanted.includes(is))
  const language = facts.language === null ? null : languageOf(facts.language)
  return (
    asks(when.shopIds, facts.shopId) &&
    asks(when.channelIds, facts.channelId) &&
    asks(when.stages, facts.stage) &&
    asks(when.languages.map(languageOf), language) &&
    asks(when.topicIds, facts.topicId) &&
    (when.customerTagIds.length === 0 ||
      when.customerTagIds.some((tag) => facts.customerTagIds.includes(tag)))
  )
}

/** The same text for the same requirements: conversations that ask the same share a group. */
export function requirementsKey(asks: Requirements): string {
  const mark = (required: boolean) => (required ? '!' : '?')
  const language = asks.language
    ? `${asks.language.tag}${asks.language.level}${mark(asks.language.required)}`
    : '-'
  const skills = asks.skills.map((one) => `${one.skillId}:${one.level}${mark(one.required)}`)
  return `${asks.shopId}/${asks.channelId}/${asks.teamIds.join()}/${language}/${skills.join()}`
}

/** What stands against an agent: null when nothing does. */
export type Lack =
  | { readonly kind: 'shop' | 'team' | 'language' }
  | { readonly kind: 'skill'; skillId: number }

/** The first thing that an agent lacks for these requirements. `brandId` is the shop's. */
export function lackOf(profile: AgentProfile, brandId: number, asks: Requirements): Lack | null {
  if (!mayServe(profile, brandId, asks)) return { kind: 'shop' }
  if (asks.teamIds.length > 0 && !asks.teamIds.some((team) => profile.teamIds.includes(team)))
    return { kind: 'team' }
  const { language } = asks
  if (language && language.level > 0 && (profile.languages.get(language.tag) ?? 0) < language.level)
    return { kind: 'language' }
  const missing = asks.skills.find((one) => (profile.skills.get(one.skillId) ?? 0) < one.level)
  return missing ? { kind: 'skill', skillId: missing.skillId } : null
}

function mayServe(profile: AgentProfile, brandId: number, asks: Requirements): boolean {
  return (
    profile.everywhere ||
    profile.brandIds.includes(brandId) ||
    profile.shopIds.includes(asks.shopId) ||
    asks.teamIds.some((team) => profile.onlyTeamIds.includes(team))
  )
}

/**
 * How well an agent matches: the sum of their levels in what is asked or wished for; null when they lack
 * something. Levels that the ladder has dropped count on, so that the better one is still chosen.
 */
export function matchOf(profile: AgentProfile, brandId: number, asks: Requirements): number | null {
  if (lackOf(profile, brandId, asks)) return null
  const language = asks.language ? (profile.languages.get(asks.language.tag) ?? 0) : 0
  return asks.skills.reduce((sum, one) => sum + (profile.skills.get(one.skillId) ?? 0), language)
}

/** What stays when wishes are left aside: what somebody who takes by hand must have. */
export function withoutWishes(asks: Requirements): Requirements {
  return {
    ...asks,
    language: asks.language && { ...asks.language, level: asks.language.required ? asks.language.level : 0 },
    skills: asks.skills.map((one) => ({ ...one, level: one.required ? one.level : 0 })),
  }
}
