import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Skeleton, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { InboxRow } from '../conversation/list-row.tsx'
import { useShops, useTopicNames } from '../conversation/lookups.ts'
import { useMay, useMe } from '../shell/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import style from './floor.module.css'
import { askTalks } from './floor-queries.ts'
import type { FloorSearch } from './floor-search.ts'
import { MoveSheet } from './move-sheet.tsx'

interface TalkListProps {
  search: FloorSearch
  title: ReactNode
  onOpen: (conversationId: number) => void
  onClose: () => void
}

/** What an agent has in hand, or what waits in a queue: to look into, and to move several at once. */
export function TalkList({ search, title, onOpen, onClose }: TalkListProps) {
  const { t } = useTranslation('floor')
  const query = useQuery(askTalks(search))
  const mayMove = useMay('conversation.assign')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [moving, setMoving] = useState(false)
  const rows = query.data?.conversations ?? []
  const picked = rows.filter(({ id }) => chosen.has(id))
  const pick = (ids: number[], on: boolean) =>
    setChosen((before) => new Set([...before].filter((id) => !ids.includes(id)).concat(on ? ids : [])))
  return (
    <>
      <header className={style.sideHead}>
        <h2>{title}</h2>
        <Tooltip title={`${t('close')} · Esc`}>
          <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
        </Tooltip>
      </header>
      <div className={style.sideBody}>
        {query.isPending && <Skeleton active className={style.waiting} paragraph={{ rows: 4 }} />}
        {query.error && !query.data && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && rows.length === 0 && (
          <EmptyState title={t('talks.empty')} hint={t('talks.emptyHint')} />
        )}
        {mayMove && rows.length > 0 && (
          <div className={style.pickAll}>
            <Checkbox
              checked={picked.length === rows.length}
              indeterminate={picked.length > 0 && picked.length < rows.length}
              onChange={({ target }) =>
                pick(
                  rows.map(({ id }) => id),
                  target.checked,
                )
              }
            >
              {t('talks.all', { count: rows.length })}
            </Checkbox>
          </div>
        )}
        <ul className={style.list}>
          {rows.map((row) => (
            <TalkRow
              key={row.id}
              row={row}
              picked={chosen.has(row.id)}
              onPick={mayMove ? (on) => pick([row.id], on) : undefined}
              onOpen={onOpen}
            />
          ))}
        </ul>
      </div>
      {picked.length > 0 && (
        <footer className={style.sideFoot}>
          <Button onClick={() => setChosen(new Set())}>{t('talks.none')}</Button>
          <Button type="primary" onClick={() => setMoving(true)}>
            {t('move.some', { count: picked.length })}
          </Button>
        </footer>
      )}
      <MoveSheet
        rows={picked}
        open={moving}
        onClose={() => setMoving(false)}
        onMoved={() => setChosen(new Set())}
      />
    </>
  )
}

interface TalkRowProps {
  row: ConversationRow
  picked: boolean
  onPick: ((on: boolean) => void) | undefined
  onOpen: (conversationId: number) => void
}

function TalkRow({ row, picked, onPick, onOpen }: TalkRowProps) {
  const { t } = useTranslation(['floor', 'customer'])
  const me = useMe()
  const shop = useShops().get(row.shopId)
  const topics = useTopicNames()
  const name = row.customerName ?? t('customer:unnamed')
  return (
    <li className={style.talk}>
      {onPick && (
        <Checkbox
          checked={picked}
          aria-label={t('talks.pick', { name })}
          onChange={({ target }) => onPick(target.checked)}
        />
      )}
      <InboxRow
        row={{ ...row, readSeq: row.lastSeq }}
        gone={false}
        chosen={false}
        staffId={me.staffId}
        shop={shop}
        topic={row.topicId === null ? undefined : topics.get(row.topicId)}
        href={`/inbox/all?c=${row.id}`}
        onOpen={onOpen}
      />
    </li>
  )
}
