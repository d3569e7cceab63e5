import { FireOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import { useNow } from '../ui/now.ts'
import { exactTime } from '../ui/relative-time.ts'
import type { Peak } from './peak-event.ts'
import style from './roster.module.css'

/** Stands in the bar while a peak event is on: what agents are told, and what customers are promised. */
export function PeakMark() {
  const { t } = useTranslation('roster')
  const now = useNow(30_000)
  const query = useQuery({ ...ask('roster', 'listPeakEvents'), refetchInterval: 300_000 })
  const on = (query.data?.events ?? []).filter(
    ({ cancelled, startsAt, endsAt }) =>
      !cancelled && Date.parse(startsAt) <= now && now < Date.parse(endsAt),
  )
  if (on.length === 0) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={on.map((event) => <PeakWords key={event.id} event={event} />)}
    >
      <Button type="text" className={style.peak} icon={<FireOutlined />} aria-label={t('peak.onNow')}>
        <span className={style.peakName}>{on[0]?.name}</span>
      </Button>
    </Popover>
  )
}

function PeakWords({ event }: { event: Peak }) {
  const { t, i18n } = useTranslation('roster')
  const { script, dispatchPromise } = event.settings
  return (
    <div className={style.peakWords}>
      <strong>{event.name}</strong>
      <p className={style.quiet}>
        {t('peak.until', { time: exactTime(Date.parse(event.endsAt), i18n.language) })}
      </p>
      {script && <PeakText title={t('peak.script')} text={script} />}
      {dispatchPromise && <PeakText title={t('peak.dispatch')} text={dispatchPromise} />}
    </div>
  )
}

function PeakText({ title, text }: { title: string; text: Localized }) {
  const say = useInLanguage()
  return (
    <>
      <h3 className={style.peakTitle}>{title}</h3>
      <p className={style.said}>{say(text)}</p>
    </>
  )
}
