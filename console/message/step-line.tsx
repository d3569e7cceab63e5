import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '../../domain/message/endpoints.ts'
import { useColleagues, useTopicNames } from '../conversation/lookups.ts'
import { exactTime } from '../ui/relative-time.ts'
import { clockTime } from './day.ts'
import style from './thread.module.css'

/** A small centred line about what happened, in words made from its code and parameters. */
export function StepLine({ line, staffId }: { line: MessageView; staffId: number }) {
  const { t, i18n } = useTranslation(['message', 'conversation'])
  const colleagues = useColleagues()
  const topics = useTopicNames()
  const nameOf = (id: unknown) => {
    if (id === staffId) return t('me')
    return typeof id === 'number' ? (colleagues.get(id)?.name ?? t('somebody')) : t('somebody')
  }
  const data = line.data ?? {}
  const who =
    line.authorKind === 'system'
      ? t('system')
      : line.authorId === staffId
        ? t('me')
        : (line.authorName ?? t('somebody'))
  // Whoever accepts a transfer hands it over to themselves.
  const accepted = line.text === 'handed_over' && line.authorId !== null && line.authorId === data.staffId
  const step = accepted ? 'transfer_accepted' : line.text
  const text = i18n.exists(`message:step.${step}`)
    ? t(`step.${step}` as 'step.taken', {
        who,
        staff: nameOf(data.staffId),
        to: data.staffId === staffId ? t('me') : String(data.name ?? nameOf(data.staffId)),
        outcome:
          typeof data.outcome === 'string'
            ? t(`conversation:outcome.${data.outcome}` as 'conversation:outcome.solved')
            : '',
        score: typeof data.score === 'number' ? data.score : '',
        what: typeof data.what === 'string' ? data.what : '',
        topic: typeof data.topicId === 'number' ? (topics.get(data.topicId) ?? '') : '',
      })
    : line.text
  const reason = typeof data.reason === 'string' && data.reason !== '' ? data.reason : null
  const at = Date.parse(line.createdAt)
  return (
    <div className={style.step}>
      <p>
        {text}{' '}
        <Tooltip title={exactTime(at, i18n.language)}>
          <time dateTime={line.createdAt}>{clockTime(at, i18n.language)}</time>
        </Tooltip>
      </p>
      {reason && (
        <p className={style.reason} dir="auto">
          {reason}
        </p>
      )}
    </div>
  )
}
