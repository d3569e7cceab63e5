import { useTranslation } from 'react-i18next'
import { type Dropped, dropped } from '../../domain/assignment/relax.ts'
import { clockTime } from '../message/day.ts'
import { useNow } from '../ui/now.ts'
import { exactTime } from '../ui/relative-time.ts'
import style from './assignment.module.css'
import type { Assignment } from './assignment-queries.ts'
import { clockText, useSpan } from './span.ts'

/** One decision in plain words: how this agent came to have it, who came next, and how it ended. */
export function WhyAgent({ assignment }: { assignment: Assignment }) {
  const { t, i18n } = useTranslation('assignment')
  const span = useSpan()
  const time = (at: string | null) => (at === null ? '–' : clockTime(Date.parse(at), i18n.language))
  const { staffName: name, how, reason, runnersUp, policyVersion } = assignment
  const automatic = how === 'auto'
  const because = t(`why.${automatic ? reason.rule : how}`, {
    name,
    match: reason.match ?? 0,
    spare: percent(reason.spare ?? 0),
    time: time(reason.idleSince),
  })
  const waited = Math.round((Date.parse(assignment.decidedAt) - Date.parse(assignment.queuedAt)) / 1000)
  const step = droppedAt(reason.step)
  return (
    <>
      <p>
        {because}{' '}
        <time className={style.quiet} dateTime={assignment.decidedAt}>
          {exactTime(Date.parse(assignment.decidedAt), i18n.language)}
        </time>
      </p>
      {automatic && (
        <p>
          {[
            waited > 0 ? t('why.waited', { span: span(roundly(waited)) }) : '',
            reason.eligible === null || reason.rule === 'only'
              ? ''
              : t('why.eligible', { count: reason.eligible }),
            step ? t(`why.step.${step}`) : '',
          ]
            .filter((text) => text !== '')
            .join(i18n.language === 'en' ? ' ' : '')}
        </p>
      )}
      {automatic && (
        <p className={style.quiet}>
          {t('why.figures', {
            match: reason.match ?? 0,
            spare: percent(reason.spare ?? 0),
            time: time(reason.idleSince),
          })}
          {' · '}
          {policyVersion ? t('why.policy', { version: policyVersion }) : t('why.policyDefault')}
        </p>
      )}
      {runnersUp.length > 0 && (
        <>
          <h4>{t('why.runnersUp')}</h4>
          <ol>
            {runnersUp.map((one) => (
              <li key={one.staffId}>
                <bdi>{one.staffName}</bdi>
                <span className={style.quiet}>
                  {' – '}
                  {t('why.figures', {
                    match: one.match,
                    spare: percent(one.spare),
                    time: time(one.idleSince),
                  })}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {assignment.answerBy && !assignment.answeredAt && !assignment.endedAt && (
        <p>
          {t('why.answerBy')} <Left until={assignment.answerBy} />
        </p>
      )}
      {assignment.endedAt && assignment.endedHow && (
        <p className={style.quiet}>
          {t('why.wasEnded', {
            time: exactTime(Date.parse(assignment.endedAt), i18n.language),
            how: t(`why.ended.${assignment.endedHow}`),
          })}
        </p>
      )}
    </>
  )
}

/** The time left until a moment (ISO 8601), ticking. */
export function Left({ until }: { until: string }) {
  const { t } = useTranslation('assignment')
  const left = (Date.parse(until) - useNow(500)) / 1000
  return <strong className={style.tick}>{left <= 0 ? t('why.soon') : clockText(left)}</strong>
}

/** Beyond two minutes whole minutes, beyond two hours whole hours. */
function roundly(seconds: number): number {
  if (seconds >= 7_200) return Math.round(seconds / 3_600) * 3_600
  return seconds >= 120 ? Math.round(seconds / 60) * 60 : seconds
}

/** What the last step of the ladder dropped; null before the first. */
export function droppedAt(step: number | null): Dropped | null {
  return step === null ? null : (dropped[step - 1] ?? null)
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
