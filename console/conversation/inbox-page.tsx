import { CommentOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkBar } from '../assignment/bulk.tsx'
import { useSelection } from '../assignment/use-selection.ts'
import { deadlineKeys, goDeadline, useOnlyMine } from '../clock/due-lists.tsx'
import { KeyCaps, useKeys } from '../shell/keys.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ConversationList } from './conversation-list.tsx'
import style from './inbox.module.css'
import { afterDone, neighbour, scopeOf } from './inbox-search.ts'
import { BesidePane, ConversationPane, CustomerPanel, MyPromises, usePanesSoon } from './late-panes.tsx'
import type { ListView } from './list-cache.ts'
import { ListHead } from './list-head.tsx'
import { useRemembered } from './remembered.ts'
import { useTakeNext } from './use-commands.ts'
import { type InboxPlace, useInboxPlace } from './use-inbox.ts'
import { panelBesideFrom, useNarrowerThan } from './use-narrow.ts'
import { useTitle } from './use-title.ts'

/** The inbox: the list at the left, the thread in the middle, the customer at the right. */
export default function InboxPage() {
  const { t } = useTranslation('conversation')
  useTitle()
  usePanesSoon()
  const place = useInboxPlace()
  const { search, go, view } = place
  const shown = useRef<number[]>([])
  const [panelKept, keepPanel] = useRemembered('inbox.panel', true)
  const open = useCallback(
    (c: number) => go({ c, panel: undefined, beside: undefined, promise: undefined }),
    [go],
  )
  const onShown = useCallback((ids: number[]) => {
    shown.current = ids
  }, [])
  const takeNext = useTakeNext((c) => go({ c, beside: undefined }, { view: 'mine' }))
  const narrow = useNarrowerThan(panelBesideFrom)
  const panelOpen = narrow ? search.panel === 1 : panelKept
  const togglePanel = () => {
    if (narrow) go({ panel: search.panel ? undefined : 1 })
    else keepPanel(!panelKept)
  }
  useOpenFromNotice(place)
  useListKeys(place, shown, takeNext.mutate, togglePanel)
  const picked = useSelection(view, search.c)
  const showing = search.c === undefined ? 'list' : search.panel ? 'panel' : 'thread'
  return (
    <div className={style.inbox} data-showing={showing} data-panel={panelOpen}>
      <h1 className="only-heard">{t('list.label')}</h1>
      <section className={style.listPane} aria-label={t('views')}>
        <ListHead
          place={place}
          onTakeNext={() => takeNext.mutate()}
          taking={takeNext.isPending}
          selecting={picked.selection !== undefined}
          onSelect={picked.begin}
        />
        {view === 'promises' ? (
          <MyPromises onOpen={open} onShown={onShown} />
        ) : (
          <List view={view} search={search} onOpen={open} onShown={onShown} selection={picked.selection} />
        )}
        {picked.selection && (
          <BulkBar
            ids={picked.selection.ids}
            onSelect={picked.choose}
            shown={() => shown.current}
            onStop={picked.stop}
          />
        )}
      </section>
      <div className={style.threadPane}>
        {search.c === undefined ? (
          <NothingOpen />
        ) : (
          <ConversationPane
            key={search.c}
            conversationId={search.c}
            onBack={() => go({ c: undefined, panel: undefined, beside: undefined })}
            onPanel={togglePanel}
            panelOpen={panelOpen}
            promiseShown={search.promise === 1}
            onOpen={open}
            nextAfter={() => afterDone(shown.current, search.c ?? 0)}
          />
        )}
      </div>
      {search.c !== undefined && panelOpen && (
        <CustomerPanel
          conversationId={search.c}
          onBack={() => go({ panel: undefined })}
          onOpenBeside={(beside) => go({ beside })}
        />
      )}
      {search.beside !== undefined && (
        <BesidePane
          conversationId={search.beside}
          onClose={() => go({ beside: undefined })}
          onOpen={() => go({ c: search.beside, beside: undefined })}
        />
      )}
    </div>
  )
}

type ListProps = Omit<Parameters<typeof ConversationList>[0], 'scope'> & { view: ListView }

function List({ view, ...props }: ListProps) {
  const scope = scopeOf(view, props.search)
  return <ConversationList key={JSON.stringify(scope)} scope={scope} {...props} />
}

function NothingOpen() {
  const { t } = useTranslation('conversation')
  return (
    <EmptyState
      icon={<CommentOutlined />}
      title={t('nothingOpen.title')}
      hint={
        <>
          {t('nothingOpen.hint')}
          <br />
          <KeyCaps keys="j" /> <KeyCaps keys="k" /> {t('nothingOpen.keys')} <KeyCaps keys="shift+t" />{' '}
          {t('nothingOpen.next')}
        </>
      }
    />
  )
}

function useListKeys(
  place: InboxPlace,
  shown: { current: number[] },
  takeNext: () => void,
  togglePanel: () => void,
): void {
  const { search, go } = place
  const [mine] = useOnlyMine()
  const move = (by: 1 | -1) => {
    const next = neighbour(shown.current, search.c, by)
    if (next !== undefined) go({ c: next, beside: undefined }, { replace: true })
  }
  useKeys('conversation', [
    { keys: 'j | arrowdown', does: 'nextRow', run: () => move(1), unlisted: true },
    { keys: 'k | arrowup', does: 'previousRow', run: () => move(-1), unlisted: true },
    { keys: 'g m', does: 'goMine', run: () => go({}, { view: 'mine' }) },
    { keys: 'g q', does: 'goQueue', run: () => go({}, { view: 'queue' }) },
    { keys: 'g v', does: 'goOffline', run: () => go({}, { view: 'offline' }) },
    { keys: 'g a', does: 'goAll', run: () => go({}, { view: 'all' }) },
    { keys: 'g x', does: 'goClosed', run: () => go({}, { view: 'closed' }) },
    { keys: deadlineKeys.due, does: 'goDue', run: () => goDeadline(place, 'due', mine) },
    { keys: deadlineKeys.overdue, does: 'goOverdue', run: () => goDeadline(place, 'overdue', mine) },
    { keys: deadlineKeys.promises, does: 'goPromises', run: () => goDeadline(place, 'promises', false) },
    { keys: 'shift+t', does: 'takeNext', run: takeNext },
    { keys: 'i', does: 'panel', run: togglePanel },
  ])
}

/** A click on a browser notice opens its conversation. */
function useOpenFromNotice({ go }: InboxPlace): void {
  useEffect(() => {
    const open = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'number')
        go({ c: event.detail }, { view: 'all' })
    }
    window.addEventListener('shopdesk:open-conversation', open)
    return () => window.removeEventListener('shopdesk:open-conversation', open)
  }, [go])
}
