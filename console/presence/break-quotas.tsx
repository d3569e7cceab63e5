import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { Section } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { NumberCell } from './number-cell.tsx'

/** How many of each team may be on a break at once. */
export function BreakQuotas() {
  const { t } = useTranslation('presence')
  const query = useQuery(ask('presence', 'listBreakQuotas'))
  const set = async (teamId: number, mostOnBreak: number | null) => {
    await client.presence.setBreakQuota({ params: { teamId }, body: { mostOnBreak } })
    await refresh('presence')
  }
  return (
    <Section title={t('breaks.quotas')} hint={t('breaks.quotasHint')}>
      <Rows
        query={query}
        rows={query.data?.quotas ?? []}
        label={t('breaks.quotas')}
        empty={<p style={{ margin: 0, padding: 16, color: 'var(--quiet)' }}>{t('breaks.noTeams')}</p>}
        render={({ teamId, name, mostOnBreak, onBreak }) => (
          <Row
            key={teamId}
            title={name}
            detail={t('breaks.away', { count: onBreak })}
            end={
              <NumberCell
                label={t('breaks.quota', { team: name })}
                value={mostOnBreak}
                placeholder={t('breaks.anyNumber')}
                most={10_000}
                step={1}
                onSet={(value) => set(teamId, value)}
              />
            }
          />
        )}
      />
    </Section>
  )
}
