import { useTranslation } from 'react-i18next'
import type { FloorRisk } from '../../domain/floor/endpoints.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import style from './floor.module.css'
import { Due } from './wait.tsx'

interface RiskListProps {
  risks: readonly FloorRisk[]
  chosen: number | undefined
  onOpen: (conversationId: number) => void
}

/** Promises that are nearly or already broken, the nearest first: service clocks and what somebody promised. */
export function RiskList({ risks, chosen, onOpen }: RiskListProps) {
  const { t } = useTranslation(['floor', 'customer'])
  if (risks.length === 0) return <EmptyState title={t('risks.empty')} hint={t('risks.emptyHint')} />
  return (
    <ul className={style.list}>
      {risks.map((risk) => (
        <li
          key={risk.promiseId === null ? `c${risk.conversationId}` : `p${risk.promiseId}`}
          className={style.item}
          data-here={risk.conversationId === chosen}
        >
          <span className={style.words}>
            <button type="button" className={style.open} onClick={() => onOpen(risk.conversationId)}>
              <bdi>{risk.customerName ?? t('customer:unnamed')}</bdi>
            </button>
            <span className={style.under}>
              {t(`risks.kind.${risk.kind}`)}
              {risk.what && (
                <>
                  {' · '}
                  <bdi>{risk.what}</bdi>
                </>
              )}
              {' · '}
              {risk.staffName ?? t('risks.nobody')}
            </span>
          </span>
          <Due at={risk.dueAt} />
        </li>
      ))}
    </ul>
  )
}
