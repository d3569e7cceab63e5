import { useTranslation } from 'react-i18next'
import { useColleagues } from '../conversation/lookups.ts'
import { clockTime } from '../message/day.ts'
import { languageName } from '../ui/language-tag.tsx'
import { useNow } from '../ui/now.ts'
import style from './assignment.module.css'
import type { Waiting } from './assignment-queries.ts'
import { useRuleNames } from './rule-words.ts'
import { clockText } from './span.ts'
import { droppedAt, Left } from './why-agent.tsx'

const counted = [
  'offline',
  'paused',
  'onBreak',
  'wrapUp',
  'full',
  'otherTeam',
  'language',
  'returnedFrom',
] as const

/** Why nobody has it yet: its place, what it asks for, who could not have it and why, and what comes next. */
export function WhyNobody({ waiting }: { waiting: Waiting }) {
  const { t, i18n } = useTranslation('assignment')
  const now = useNow(1_000)
  const { candidates, place, nextStepAt } = waiting
  const step = droppedAt(waiting.step)
  const nextStep = droppedAt(waiting.nextStep)
  const { skills } = useRuleNames()
  const lacking = candidates.skills.filter(({ count }) => count > 0)
  return (
    <>
      <p>
        {t('why.place', { count: place })} {t('why.waits')}{' '}
        <strong className={style.tick}>{clockText((now - Date.parse(waiting.queuedAt)) / 1000)}</strong>
      </p>
      {!waiting.automatic && <p>{t('why.manual')}</p>}
      <Held waiting={waiting} now={now} />
      <p>
        <Asks asks={waiting.now} />
        {step && (i18n.language === 'en' ? ' ' : '') + t(`why.relaxed.${step}`)}
      </p>
      {candidates.all === 0 ? (
        <p>{t('why.nobodyServes')}</p>
      ) : (
        <div>
          <p>{t('why.all', { count: candidates.all })}</p>
          <ul>
            {candidates.free > 0 && waiting.automatic && (
              <li>
                <strong>{t('why.free', { count: candidates.free })}</strong>
              </li>
            )}
            {counted
              .filter((name) => candidates[name] > 0)
              .map((name) => (
                <li key={name}>{t(`why.count.${name}`, { count: candidates[name] })}</li>
              ))}
            {lacking.map(({ skillId, level, count }) => (
              <li key={skillId}>
                {t('why.count.skill', {
                  count,
                  level,
                  skill: skills.get(skillId)?.name ?? t('rule.unknown'),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {nextStepAt && nextStep ? (
        <p>
          {t(`why.next.${nextStep}`)} <Left until={nextStepAt} />
        </p>
      ) : (
        <p className={style.quiet}>{t('why.last')}</p>
      )}
    </>
  )
}

function Held({ waiting, now }: { waiting: Waiting; now: number }) {
  const { t, i18n } = useTranslation('assignment')
  const colleagues = useColleagues()
  const { stickyStaffId, stickyUntil } = waiting
  if (stickyStaffId === null || stickyUntil === null || Date.parse(stickyUntil) <= now) return null
  const name = colleagues.get(stickyStaffId)?.name ?? t('somebody')
  return <p>{t('why.waitsFor', { name, time: clockTime(Date.parse(stickyUntil), i18n.language) })}</p>
}

function Asks({ asks }: { asks: Waiting['now'] }) {
  const { t, i18n } = useTranslation('assignment')
  const { teams, skills } = useRuleNames()
  const strength = (required: boolean) => t(required ? 'rule.required' : 'rule.preferred')
  const { language } = asks
  const what = [
    asks.teamIds.length === 0
      ? ''
      : t('why.someoneOf', {
          teams: asks.teamIds.map((id) => teams.get(id)?.name ?? t('rule.unknown')).join(t('rule.or')),
        }),
    language && language.level > 0
      ? t(language.level > 1 ? 'why.language' : 'why.languageAny', {
          language: languageName(language.tag, i18n.language),
          level: language.level,
          strength: strength(language.required),
        })
      : '',
    ...asks.skills
      .filter(({ level }) => level > 0)
      .map(({ skillId, level, required }) =>
        t('why.skill', {
          skill: skills.get(skillId)?.name ?? t('rule.unknown'),
          level,
          strength: strength(required),
        }),
      ),
  ].filter((text) => text !== '')
  return <>{what.length === 0 ? t('why.asksNothing') : t('why.asks', { what: what.join(t('rule.and')) })}</>
}
