import { useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockView } from '../../domain/clock/endpoints.ts'
import type { ClockKind } from '../../domain/clock/kinds.ts'
import { ask } from '../shell/query-client.ts'
import { ErrorState } from '../ui/error-state.tsx'
import style from './due.module.css'
import { WhyFacts } from './why-facts.tsx'

interface ClockWhyProps {
  conversationId: number
  /** The clock that is shown first. */
  kind: ClockKind | null
}

/** Why the running clocks of a conversation have their deadlines. */
export default function ClockWhy({ conversationId, kind }: ClockWhyProps) {
  const { t } = useTranslation('clock')
  const query = useQuery({ ...ask('clock', 'listClocks', { params: { conversationId } }), staleTime: 0 })
  const [chosen, choose] = useState<number>()
  if (query.isPending) return <Skeleton active title={false} className={style.why} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const running = query.data.clocks.filter(({ endedAt }) => endedAt === null)
  const one =
    running.find(({ id }) => id === chosen) ?? running.find((clock) => clock.kind === kind) ?? running[0]
  if (!one) return <p className={style.why}>{t('whyNone')}</p>
  return (
    <div className={style.why}>
      {running.length > 1 && (
        <Segmented
          size="small"
          block
          value={one.id}
          onChange={choose}
          options={running.map((clock) => ({ value: clock.id, label: t(`kind.${clock.kind}`) }))}
        />
      )}
      <Explained clock={one} />
    </div>
  )
}

function Explained({ clock }: { clock: ClockView }) {
  const query = useQuery({ ...ask('clock', 'explainClock', { params: { clockId: clock.id } }), staleTime: 0 })
  if (query.isPending) return <Skeleton active title={false} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return <WhyFacts why={query.data} />
}
