import { Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { knownRow } from '../conversation/conversation-cache.ts'
import style from './bulk.module.css'

/** Loaded when somebody moves something: the list comes first. */
const MoveSheet = lazy(async () => ({ default: (await import('./move-sheet.tsx')).MoveSheet }))

/** What is selected in the list, while somebody selects. */
export interface Selection {
  ids: ReadonlySet<number>
  toggle: (conversationId: number) => void
}

interface BulkBarProps {
  ids: ReadonlySet<number>
  /** Selects these instead. */
  onSelect: (ids: ReadonlySet<number>) => void
  /** All that are loaded in the list. */
  shown: () => readonly number[]
  onStop: () => void
}

/** Under the list while several are selected: how many, and where to with them. */
export function BulkBar({ ids, onSelect, shown, onStop }: BulkBarProps) {
  const { t } = useTranslation('assignment')
  const [open, setOpen] = useState(false)
  const rows = open ? [...ids].flatMap((id) => knownRow(id) ?? []) : []
  return (
    <div className={style.bar}>
      <span role="status" className={style.count}>
        {t('move.selected', { count: ids.size })}
      </span>
      <Button size="small" onClick={() => onSelect(new Set(shown().slice(0, 200)))}>
        {t('move.all')}
      </Button>
      <Button size="small" onClick={onStop}>
        {t('move.stop')}
      </Button>
      <Button size="small" type="primary" disabled={ids.size === 0} onClick={() => setOpen(true)}>
        {t('move.do')}
      </Button>
      <Suspense>
        <MoveSheet rows={rows} open={open} onClose={() => setOpen(false)} onMoved={onStop} />
      </Suspense>
    </div>
  )
}

/** The box at the face of a row, while somebody selects. */
export function PickBox({ name, id, selection }: { name: string; id: number; selection: Selection }) {
  const { t } = useTranslation('assignment')
  return (
    <span className={style.pick}>
      <Checkbox
        aria-label={t('move.pick', { name })}
        checked={selection.ids.has(id)}
        onChange={() => selection.toggle(id)}
      />
    </span>
  )
}
