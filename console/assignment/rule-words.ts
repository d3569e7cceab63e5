import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AssignmentRule } from '../../domain/assignment/policy.ts'
import { useShops, useTags, useTeams, useTopicNames } from '../conversation/lookups.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import { languageName } from '../ui/language-tag.tsx'

/** Names of everything that rules speak of, by number. */
export function useRuleNames() {
  const say = useInLanguage()
  const channels = useQuery(ask('channel', 'listChannels')).data?.channels ?? []
  const skills = useQuery(ask('skill', 'listSkills')).data?.skills ?? []
  return {
    shops: useShops(),
    tags: useTags(),
    teams: useTeams(),
    topics: useTopicNames(),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    skills: new Map(skills.map((skill) => [skill.id, { ...skill, name: say(skill.name) }])),
  }
}

/** A rule in one sentence: when, and to whom. */
export function useRuleSentence(): (rule: AssignmentRule) => string {
  const { t, i18n } = useTranslation(['assignment', 'conversation'])
  const names = useRuleNames()
  const named = (map: ReadonlyMap<number, { name: string }>, ids: readonly number[]) =>
    ids.map((id) => map.get(id)?.name ?? t('rule.unknown')).join(t('rule.or'))
  return ({ when, teamId, overflowTeamId, skills, priority }) => {
    const conditions = [
      named(names.shops, when.shopIds),
      named(names.channels, when.channelIds),
      when.stages.map((stage) => t(`conversation:stage.${stage}`)).join(t('rule.or')),
      when.languages.map((tag) => languageName(tag, i18n.language)).join(t('rule.or')),
      when.topicIds.map((id) => names.topics.get(id) ?? t('rule.unknown')).join(t('rule.or')),
      named(names.tags, when.customerTagIds),
    ].filter((text) => text !== '')
    const parts = [
      conditions.length === 0
        ? t('rule.always')
        : t('rule.whenSays', { when: conditions.join(t('rule.and')) }),
      teamId === null ? t('rule.thenAny') : t('rule.thenTeam', { team: named(names.teams, [teamId]) }),
      ...skills.map(({ skillId, level, required }) => {
        const strength = t(required ? 'rule.required' : 'rule.preferred')
        return t('why.skill', { skill: named(names.skills, [skillId]), level, strength })
      }),
      overflowTeamId === null ? '' : t('rule.thenOverflow', { team: named(names.teams, [overflowTeamId]) }),
      priority === 0 ? '' : t('rule.thenPriority', { count: priority }),
    ]
    return parts.filter((text) => text !== '').join(t('rule.and'))
  }
}
