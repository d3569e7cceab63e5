import { useTranslation } from 'react-i18next'
import type { FloorQueue } from '../../domain/floor/endpoints.ts'
import { useShops, useTeams } from '../conversation/lookups.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import style from './floor.module.css'
import { queueKey } from './floor-search.ts'
import { languageName } from './language-name.ts'
import { Lasting, Wait } from './wait.tsx'

interface QueueTableProps {
  queues: readonly FloorQueue[]
  chosen: string | undefined
  onOpen: (queue: string) => void
}

/** Who waits where: one row for each shop, team and language, the longest wait first. */
export function QueueTable({ queues, chosen, onOpen }: QueueTableProps) {
  const { t } = useTranslation('floor')
  if (queues.length === 0) return <EmptyState title={t('queues.empty')} hint={t('queues.emptyHint')} />
  return (
    <table className={style.table}>
      <thead>
        <tr>
          <th scope="col">{t('queues.queue')}</th>
          <th scope="col" className={style.number}>
            {t('queues.longest')}
          </th>
          <th scope="col" className={style.number}>
            {t('queues.waiting')}
          </th>
          <th scope="col" className={style.number}>
            {t('queues.offline')}
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => {
          const key = queueKey(queue)
          return <QueueRow key={key} queue={queue} here={key === chosen} onOpen={() => onOpen(key)} />
        })}
      </tbody>
    </table>
  )
}

function QueueRow({ queue, here, onOpen }: { queue: FloorQueue; here: boolean; onOpen: () => void }) {
  const name = useQueueName()(queue)
  return (
    <tr className={style.row} data-here={here}>
      <td className={style.main}>
        <button type="button" className={style.open} onClick={onOpen} aria-pressed={here}>
          <bdi>{name.shop}</bdi>
        </button>
        <span className={style.under}>{name.rest}</span>
      </td>
      <td className={style.number}>{queue.longestSince && <Wait since={queue.longestSince} />}</td>
      <td className={style.number}>
        <b>{queue.waiting}</b>
      </td>
      <td className={style.number}>
        {queue.offline > 0 && (
          <>
            {queue.offline} {queue.oldestOffline && <Lasting since={queue.oldestOffline} />}
          </>
        )}
      </td>
    </tr>
  )
}

/** A queue in words: its shop, then its team and language. */
export function useQueueName() {
  const { t, i18n } = useTranslation('floor')
  const shops = useShops()
  const teams = useTeams()
  return (queue: { shopId: number; teamId: number | null; language: string | null }) => ({
    shop: shops.get(queue.shopId)?.name ?? t('queues.shop', { id: queue.shopId }),
    rest: [
      queue.teamId === null ? null : teams.get(queue.teamId)?.name,
      queue.language === null ? t('queues.noLanguage') : languageName(queue.language, i18n.language),
    ]
      .filter((part) => part)
      .join(' · '),
  })
}
