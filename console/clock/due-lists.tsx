import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type InboxSearch, inboxHref, type PlaceView } from '../conversation/inbox-search.ts'
import { useRemembered } from '../conversation/remembered.ts'
import type { InboxPlace } from '../conversation/use-inbox.ts'
import { usePromiseCounts } from '../promise/promise-queries.ts'
import { keysText } from '../shell/keys.tsx'
import style from './due.module.css'
import { useDueCounts } from './due-queries.ts'

/** How the lists by deadline are reached. */
export const deadlineKeys = { due: 'g w', overdue: 'g l', promises: 'g t' } as const

/** Whether somebody wants the lists by deadline to hold only their own; remembered. */
export function useOnlyMine(): [boolean, (mine: boolean) => void] {
  return useRemembered('inbox.dueMine', false)
}

/** The lists by deadline with how many are about to run out, and overdue; and the own promises. */
export function DueLists({ place }: { place: InboxPlace }) {
  const { t } = useTranslation(['clock', 'promise'])
  const [mine] = useOnlyMine()
  const counts = useDueCounts(mine)
  const promises = usePromiseCounts()
  return (
    <nav className={style.lists} aria-label={t('lists')}>
      <ListLink place={place} view="due" mine={mine} hint={t('dueHint')} label={t('due')}>
        <Count
          count={counts?.warned ?? 0}
          level="warning"
          heard={t('warnedCount', { count: counts?.warned ?? 0 })}
        />
      </ListLink>
      <ListLink place={place} view="overdue" mine={mine} hint={t('overdueHint')} label={t('overdue')}>
        <Count count={counts?.overdue ?? 0} level="breach" />
      </ListLink>
      <ListLink
        place={place}
        view="promises"
        mine={false}
        hint={t('promise:mineHint')}
        label={t('promise:short')}
      >
        <Count count={promises?.overdue ?? 0} level="breach" />
      </ListLink>
    </nav>
  )
}

interface ListLinkProps {
  place: InboxPlace
  view: 'due' | 'overdue' | 'promises'
  mine: boolean
  hint: string
  label: string
  children: ReactNode
}

function ListLink({ place, view, mine, hint, label, children }: ListLinkProps) {
  const { c, tag, mine: _mine, ...kept } = place.search
  const search: InboxSearch = mine ? { ...kept, mine: 1 } : kept
  return (
    <Tooltip title={`${hint} (${keysText(deadlineKeys[view])})`} mouseEnterDelay={0.6}>
      <a
        href={inboxHref(view, search)}
        className={style.list}
        aria-current={place.view === view ? 'page' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          goDeadline(place, view, mine)
        }}
      >
        {label}
        {children}
      </a>
    </Tooltip>
  )
}

/** Goes to a list by deadline; what is open stays open. */
export function goDeadline({ go }: InboxPlace, view: PlaceView, mine: boolean): void {
  go({ mine: mine ? 1 : undefined, tag: undefined }, { view })
}

function Count({ count, level, heard }: { count: number; level: 'warning' | 'breach'; heard?: string }) {
  if (count === 0) return null
  return (
    <b data-level={level} title={heard}>
      {count >= 1000 ? '999+' : count}
    </b>
  )
}
