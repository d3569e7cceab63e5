import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '../../domain/localized.ts'
import { ask } from '../shell/query-client.ts'

/** Names change rarely; the live connection says when they do. In milliseconds. */
const kept = { staleTime: 10 * 60_000, meta: { quiet: true } } as const

/** Shops by number, in which the viewer holds any role. */
export function useShops() {
  const { data } = useQuery({ ...ask('shop', 'listShops'), ...kept })
  return useMemo(() => byId(data?.shops), [data])
}

/** Tags by number. */
export function useTags() {
  const { data } = useQuery({ ...ask('tag', 'listTags'), ...kept })
  return useMemo(() => byId(data?.tags), [data])
}

/** Topics as they are declared, archived ones too. */
export function useTopics() {
  return useQuery({ ...ask('topic', 'listTopics'), ...kept }).data?.topics ?? none
}

/** Names of topics by number, in the viewer's language. */
export function useTopicNames(): ReadonlyMap<number, string> {
  const topics = useTopics()
  const { i18n } = useTranslation()
  return useMemo(
    () => new Map(topics.map((topic) => [topic.id, inLanguage(topic.name, i18n.language)])),
    [topics, i18n.language],
  )
}

/** Members of staff by number, suspended ones too; empty for those who may not read them. */
export function useColleagues() {
  const { data } = useQuery({ ...ask('staff', 'listStaff'), ...kept, retry: false })
  return useMemo(() => byId(data?.staff), [data])
}

/** Teams by number. */
export function useTeams() {
  const { data } = useQuery({ ...ask('team', 'listTeams'), ...kept })
  return useMemo(() => byId(data?.teams), [data])
}

const none: never[] = []

function byId<T extends { id: number }>(rows: readonly T[] | undefined): ReadonlyMap<number, T> {
  return new Map((rows ?? none).map((row) => [row.id, row]))
}
