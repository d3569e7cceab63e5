import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import style from './rows.module.css'

interface RowsProps<T> {
  query: Pick<UseQueryResult, 'isPending' | 'error' | 'refetch'>
  /** What is shown, already filtered. */
  rows: readonly T[]
  /** Stands where there is nothing. */
  empty: ReactNode
  render: (row: T) => ReactNode
  label: string
}

/** A list with its loading, failed and empty states. A refresh that fails leaves the rows standing. */
export function Rows<T>({ query, rows, empty, render, label }: RowsProps<T>) {
  if (query.isPending) return <Waiting />
  if (query.error && rows.length === 0)
    return (
      <div className={style.box}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  if (rows.length === 0) return <div className={style.box}>{empty}</div>
  return (
    <ul className={style.box} aria-label={label}>
      {rows.map(render)}
    </ul>
  )
}

function Waiting() {
  return (
    <div className={style.box} aria-busy>
      {[1, 2, 3].map((row) => (
        <div key={row} className={style.waiting}>
          <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 1, width: '55%' }} />
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  lead?: ReactNode
  title: ReactNode
  /** Marks behind the title. */
  marks?: ReactNode
  detail?: ReactNode
  /** Buttons at the end; they work beside the row's own click. */
  end?: ReactNode
  /** Opens the row. Without it the row is only read. */
  onOpen?: (() => void) | undefined
  faded?: boolean
}

/** One row: what it is, a line about it, and what can be done. */
export function Row({ lead, title, marks, detail, end, onOpen, faded = false }: RowProps) {
  return (
    <li className={style.row} data-faded={faded}>
      {lead}
      <div className={style.words}>
        <div className={style.title}>
          {onOpen ? (
            <button type="button" className={style.open} onClick={onOpen}>
              {title}
            </button>
          ) : (
            <span className={style.name}>{title}</span>
          )}
          {marks}
        </div>
        {detail && <div className={style.detail}>{detail}</div>}
      </div>
      {end && <div className={style.end}>{end}</div>}
    </li>
  )
}
