import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { clockKinds } from '../../domain/clock/kinds.ts'
import { useTags, useTopicNames } from '../conversation/lookups.ts'
import { useNames } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import rows from '../ui/rows.module.css'
import style from './policy.module.css'
import type { Policy } from './policy.ts'
import { useDurationText } from './use-duration-text.ts'

interface PolicyRowProps {
  policy: Policy
  /** Its place in the order from 0 on; -1 when it is archived. */
  place: number
  places: number
  onOpen: () => void
  onMove: (by: 1 | -1) => void
}

/** One policy: where it holds, and what it promises. */
export function PolicyRow({ policy, place, places, onOpen, onMove }: PolicyRowProps) {
  const { t } = useTranslation(['clock', 'shell'])
  const say = useDurationText()
  const { name, archived, definition } = policy
  const where = useWhere(policy)
  const calendars = useQuery(ask('clock', 'listCalendars')).data?.calendars
  const calendar = calendars?.find(({ id }) => id === definition.calendarId)?.name ?? t('aroundTheClock')
  return (
    <li className={rows.row} data-faded={archived} data-policy={policy.id}>
      {place >= 0 && <span className={style.place}>{place + 1}</span>}
      <div className={rows.words}>
        <div className={rows.title}>
          <button type="button" className={rows.open} data-holds="open" onClick={onOpen}>
            {name}
          </button>
          <Tag>{where}</Tag>
          {archived && <Tag>{t('shell:archived')}</Tag>}
        </div>
        <div className={style.promises}>
          {clockKinds.map((kind) => {
            const target = definition.targets[kind]
            return (
              target && (
                <span key={kind}>
                  {t(`kind.${kind}`)} <b>{say(target.seconds)}</b>
                </span>
              )
            )
          })}
          <span>{calendar}</span>
        </div>
      </div>
      {place >= 0 && places > 1 && (
        <div className={rows.end}>
          <Tooltip title={t('shell:moveUp')}>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={place === 0}
              data-holds="up"
              aria-label={t('moveUp', { name })}
              onClick={() => onMove(-1)}
            />
          </Tooltip>
          <Tooltip title={t('shell:moveDown')}>
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={place === places - 1}
              data-holds="down"
              aria-label={t('moveDown', { name })}
              onClick={() => onMove(1)}
            />
          </Tooltip>
        </div>
      )}
    </li>
  )
}

/** Where a policy holds, in a few words. */
function useWhere({ definition: { match } }: Policy): string {
  const { t } = useTranslation(['clock', 'shell'])
  const { shop } = useNames()
  const topics = useTopicNames()
  const tags = useTags()
  const { data } = useQuery({ ...ask('channel', 'listChannels'), meta: { quiet: true }, retry: false })
  const named = (ids: readonly number[], name: (id: number) => string | undefined) =>
    ids.length === 0 ? [] : [ids.map((id) => name(id) ?? `#${id}`).join(t('shell:comma'))]
  const parts = [
    ...named(match.shopIds, shop),
    ...named(match.channelIds, (id) => data?.channels.find((one) => one.id === id)?.name),
    ...named(match.topicIds, (id) => topics.get(id)),
    ...named(match.tagIds, (id) => tags.get(id)?.name),
    ...(match.priorityFrom === null ? [] : [t('match.fromPriority', { priority: match.priorityFrom })]),
  ]
  return parts.length === 0 ? t('everywhere') : parts.join(' · ')
}
