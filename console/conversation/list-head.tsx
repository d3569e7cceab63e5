import { CheckSquareOutlined, FilterOutlined } from '@ant-design/icons'
import { Badge, Button, Popover, Tooltip } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { inboxViews } from '../../domain/conversation/endpoints.ts'
import { DueLists } from '../clock/due-lists.tsx'
import { keysText } from '../shell/keys.tsx'
import { useMay } from '../shell/me.ts'
import { useCounts } from './counts.ts'
import style from './inbox.module.css'
import { inboxHref } from './inbox-search.ts'
import { isDueView } from './list-cache.ts'
import type { InboxPlace } from './use-inbox.ts'

/** Loaded when somebody filters: its choices weigh more than the list. */
const ListFilter = lazy(async () => ({ default: (await import('./list-filter.tsx')).ListFilter }))

const viewKeys = { mine: 'g m', queue: 'g q', offline: 'g v', all: 'g a', closed: 'g x' } as const

/** The views with their counts, the filter, and the next one to take. */
export function ListHead({
  place,
  onTakeNext,
  taking,
  selecting,
  onSelect,
}: {
  place: InboxPlace
  onTakeNext: () => void
  taking: boolean
  selecting: boolean
  onSelect: () => void
}) {
  const { t } = useTranslation(['conversation', 'assignment'])
  const mayAssign = useMay('conversation.assign')
  const counts = useCounts()
  return (
    <header className={style.listHead}>
      <nav className={style.views} aria-label={t('views')}>
        {inboxViews.map((view) => (
          <Tooltip
            key={view}
            title={`${t(`viewHint.${view}`)} (${keysText(viewKeys[view])})`}
            mouseEnterDelay={0.6}
          >
            <a
              href={inboxHref(view, {
                ...place.search,
                c: undefined,
                mine: undefined,
                team: undefined,
              } as object)}
              className={style.view}
              aria-current={place.view === view ? 'page' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return
                event.preventDefault()
                place.go({ mine: undefined, team: undefined }, { view })
              }}
            >
              {t(`view.${view}`)}
              {view !== 'closed' && counts !== undefined && (
                <Count count={counts[view]} hot={view === 'queue'} />
              )}
              {view === 'mine' && (counts?.mineUnread ?? 0) > 0 && <Badge status="processing" />}
            </a>
          </Tooltip>
        ))}
      </nav>
      <div className={style.listTools}>
        <span>
          <Filter place={place} />
          {mayAssign && (
            <Tooltip title={`${t('assignment:move.select')} (${keysText('x')})`} mouseEnterDelay={0.6}>
              <Button
                size="small"
                type="text"
                icon={<CheckSquareOutlined />}
                aria-label={t('assignment:move.select')}
                aria-pressed={selecting}
                onClick={onSelect}
                className={selecting ? style.pressed : undefined}
              />
            </Tooltip>
          )}
          <DueLists place={place} />
        </span>
        <Tooltip title={`${t('takeNextHint')} (${keysText('shift+t')})`} mouseEnterDelay={0.6}>
          <Button
            size="small"
            type={place.view === 'queue' ? 'primary' : 'default'}
            onClick={onTakeNext}
            loading={taking}
            disabled={counts?.queue === 0}
          >
            {t('takeNext')}
          </Button>
        </Tooltip>
      </div>
    </header>
  )
}

function Count({ count, hot }: { count: number; hot: boolean }) {
  if (count === 0) return null
  return (
    <span className={style.count} data-hot={hot}>
      {count >= 1000 ? '999+' : count}
    </span>
  )
}

function Filter({ place }: { place: InboxPlace }) {
  const { t } = useTranslation(['conversation', 'clock'])
  const byDeadline = isDueView(place.view)
  const { shop, tag } = place.search
  const active =
    Number(shop !== undefined) +
    Number(tag !== undefined) +
    Number(byDeadline && place.search.mine === 1) +
    Number(byDeadline && place.search.team !== undefined)
  return (
    <Popover
      content={
        <Suspense>
          <ListFilter place={place} />
        </Suspense>
      }
      trigger="click"
      placement="bottomLeft"
    >
      <Button
        size="small"
        type={active > 0 ? 'default' : 'text'}
        icon={<FilterOutlined />}
        aria-label={t('filter.label')}
      >
        {active > 0 ? t('filter.active', { count: active }) : null}
      </Button>
    </Popover>
  )
}
