import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../shell/keys.tsx'
import style from './thread.module.css'
import { rowsHolding, type ThreadRow } from './thread-rows.ts'
import { wholeUpTo } from './use-thread-scroll.ts'

interface FindProps {
  rows: readonly ThreadRow[]
  /** Whether earlier lines are not loaded, and so not searched. */
  more: boolean
  /** Goes to a row and marks it; null marks none. */
  onFound: (index: number | null) => void
}

/** Finds words in a long thread, of which the browser's own search sees only what is on the screen. */
export function ThreadFind({ rows, more, onFound }: FindProps) {
  const { t } = useTranslation('message')
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => rowsHolding(rows, open ? words : ''), [rows, words, open])
  // The newest is found first: `at` counts from the end.
  const index = found.at(-1 - at) ?? null
  useEffect(() => onFound(index), [index, onFound])
  const long = rows.length > wholeUpTo
  useKeys(
    'message',
    long ? [{ keys: 'mod+f', does: 'findInThread', inInputs: true, run: () => setOpen(true) }] : [],
  )
  if (!open || !long) return null
  const step = (by: number) => found.length > 0 && setAt((at + by + found.length) % found.length)
  const count = found.length === 0 ? t('findNone') : t('findCount', { n: at + 1, count: found.length })
  return (
    <search className={style.find}>
      <Input
        autoFocus
        size="small"
        value={words}
        placeholder={t('find')}
        aria-label={t('find')}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') setOpen(false)
          if (event.key === 'Escape' || event.key === 'Enter') event.stopPropagation()
        }}
      />
      <span className={style.findCount} role="status" title={more ? t('findLoaded') : undefined}>
        {words.trim() === '' ? '' : count}
      </span>
      <Button
        type="text"
        size="small"
        icon={<UpOutlined />}
        aria-label={t('findUp')}
        onClick={() => step(1)}
      />
      <Button
        type="text"
        size="small"
        icon={<DownOutlined />}
        aria-label={t('findDown')}
        onClick={() => step(-1)}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('findClose')}
        onClick={() => setOpen(false)}
      />
    </search>
  )
}
