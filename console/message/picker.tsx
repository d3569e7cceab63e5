import { type ReactNode, useEffect, useRef } from 'react'
import style from './composer.module.css'

export interface PickerRow {
  key: string | number
  content: ReactNode
}

interface PickerProps {
  id: string
  label: string
  rows: readonly PickerRow[]
  active: number
  /** Stands in the place of rows when nothing fits. */
  empty: ReactNode
  onPick: (index: number) => void
  onHover: (index: number) => void
}

/** A list above the composer that is walked with the arrows while the text keeps the focus. */
export function Picker({ id, label, rows, active, empty, onPick, onHover }: PickerProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={box} id={id} className={style.picker} role="listbox" aria-label={label}>
      {rows.length === 0 && <div className={style.pickerEmpty}>{empty}</div>}
      {rows.map((row, index) => (
        <div
          key={row.key}
          id={`${id}-${index}`}
          data-index={index}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={style.option}
          onPointerMove={() => index !== active && onHover(index)}
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(index)
          }}
        >
          {row.content}
        </div>
      ))}
    </div>
  )
}
