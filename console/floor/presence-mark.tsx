import { useTranslation } from 'react-i18next'
import type { FloorAgent } from '../../domain/floor/endpoints.ts'
import { useNow } from '../conversation/second.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { useClockText } from './clock-text.ts'
import style from './floor.module.css'
import { Lasting } from './wait.tsx'

/** What somebody does, and for how long; a break beyond its limit says by how much. */
export function PresenceMark({ agent }: { agent: FloorAgent }) {
  const { t } = useTranslation('floor')
  const inLanguage = useInLanguage()
  const name = agent.breakName ? inLanguage(agent.breakName) : t(`state.${agent.state}`)
  return (
    <span className={style.presence} data-state={agent.state}>
      <span className={style.dot} aria-hidden />
      <span>{name}</span>
      <Lasting since={agent.since} />
      {agent.state === 'break' && agent.until && <OverLimit until={agent.until} />}
    </span>
  )
}

function OverLimit({ until }: { until: string }) {
  const { t } = useTranslation('floor')
  const now = useNow()
  const clock = useClockText()
  const limit = Date.parse(until)
  if (now <= limit) return null
  return <span className={style.overLimit}>{t('overLimit', { time: clock(now - limit) })}</span>
}
