import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { clockEndpoints } from '../../domain/clock/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import style from './due.module.css'
import { useDurationText } from './use-duration-text.ts'

type Why = EndpointOutput<typeof clockEndpoints.explainClock>

/** The facts from which a deadline follows: what was promised, on which time, what paused it, what happens. */
export function WhyFacts({ why }: { why: Why }) {
  const { t, i18n } = useTranslation('clock')
  const say = useDurationText()
  const zone = why.calendar?.timeZone
  const time = (at: string) => shortTime(at, i18n.language)
  const { target, policy, calendar, pauses, steps } = why
  return (
    <dl className={style.facts}>
      <Fact name={t('whyDue')}>
        {why.dueAt === null ? t('paused') : <strong>{time(why.dueAt)}</strong>}
        {why.dueAt !== null && zone && <OtherZone at={why.dueAt} zone={zone} />}
      </Fact>
      <Fact name={t('whyStarted')}>{time(why.startedAt)}</Fact>
      <Fact name={t('whyTarget')}>
        {t(calendar && target.runsOn === 'calendar' ? 'whyTargetOn' : 'whyTargetWall', {
          time: say(target.seconds),
        })}
      </Fact>
      <Fact name={t('whyCalendar')}>{calendar ? <Version {...calendar} /> : t('aroundTheClock')}</Fact>
      <Fact name={t('whyPolicy')}>
        <Version {...policy} />
      </Fact>
      {pauses.length > 0 && (
        <Fact name={t('whyPauses')}>
          {pauses.map(({ from, to }) => (
            <span key={from} className={style.line}>
              {to === null
                ? t('whyPauseOpen', { from: time(from) })
                : t('whyPause', { from: time(from), to: time(to) })}
            </span>
          ))}
        </Fact>
      )}
      {steps.length > 0 && (
        <Fact name={t('whySteps')}>
          <ol className={style.whySteps}>
            {steps.map(({ what, escalation, at, done }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
              <li key={index} data-done={done}>
                {at && <time dateTime={at}>{time(at)}</time>}
                <span>
                  {escalation
                    ? t(`action.${escalation.action}`)
                    : t(what === 'warning' ? 'stepWarning' : 'stepBreach')}
                </span>
                {done && <span className={style.done}>{t('stepDone')}</span>}
              </li>
            ))}
          </ol>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Version({ name, version, changedSince }: Why['policy']) {
  const { t } = useTranslation('clock')
  return (
    <>
      {name} <span className={style.quiet}>{t('whyVersion', { version })}</span>
      {changedSince && <span className={style.line}>{t('whyChanged')}</span>}
    </>
  )
}

/** The same moment on the calendar's wall clock, where that is another one than the viewer's. */
function OtherZone({ at, zone }: { at: string; zone: string }) {
  const { i18n } = useTranslation()
  const there = shortTime(at, i18n.language, zone)
  if (there === shortTime(at, i18n.language)) return null
  return (
    <span className={style.line}>
      {zone.replaceAll('_', ' ')} {there}
    </span>
  )
}

/** Day, hour, minute and second: clocks are measured in seconds. */
function shortTime(at: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(Date.parse(at))
}
