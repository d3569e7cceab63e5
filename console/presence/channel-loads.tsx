import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { presenceEndpoints } from '../../domain/presence/endpoints.ts'
import { client } from '../shell/api.ts'
import { useNames } from '../shell/lookups.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { Section } from '../ui/page.tsx'
import { Rows } from '../ui/rows.tsx'
import style from './breaks.module.css'
import { NumberCell } from './number-cell.tsx'

type Load = EndpointOutput<typeof presenceEndpoints.listChannelLoads>['channels'][number]

/** What a conversation of each channel costs its agent. */
export function ChannelLoads() {
  const { t } = useTranslation('presence')
  const query = useQuery(ask('presence', 'listChannelLoads'))
  return (
    <Section title={t('breaks.load')} hint={t('breaks.loadHint')}>
      <Rows
        query={query}
        rows={query.data?.channels ?? []}
        label={t('breaks.load')}
        empty={<p style={{ margin: 0, padding: 16, color: 'var(--quiet)' }}>{t('breaks.noChannels')}</p>}
        render={(load) => <LoadRow key={load.channelId} load={load} />}
      />
    </Section>
  )
}

function LoadRow({ load }: { load: Load }) {
  const { t } = useTranslation('presence')
  const { shop } = useNames()
  const { channelId, name, shopId, units, waitingUnits, wrapUpSeconds } = load
  const set = async (change: Partial<Pick<Load, 'units' | 'waitingUnits' | 'wrapUpSeconds'>>) => {
    const body = { units, waitingUnits, wrapUpSeconds, ...change }
    await client.presence.setChannelLoad({ params: { channelId }, body })
    await refresh('presence')
  }
  const cell = (field: 'units' | 'waitingUnits') => (
    <div className={style.field}>
      <span aria-hidden="true">{t(`breaks.${field}`)}</span>
      <NumberCell
        label={`${name}: ${t(`breaks.${field}`)}`}
        value={load[field]}
        most={100}
        step={0.25}
        onSet={(value) => set({ [field]: value ?? load[field] })}
      />
    </div>
  )
  return (
    <li className={style.load}>
      <div className={style.loadName}>
        {name}
        <span className={style.quiet}>{shop(shopId)}</span>
      </div>
      {cell('units')}
      {cell('waitingUnits')}
      <div className={style.field}>
        <span aria-hidden="true">{t('breaks.wrapUp')}</span>
        <NumberCell
          label={`${name}: ${t('breaks.wrapUp')}`}
          value={wrapUpSeconds}
          most={3600}
          step={1}
          suffix={t('breaks.seconds')}
          onSet={(value) => set({ wrapUpSeconds: value ?? 0 })}
        />
      </div>
    </li>
  )
}
