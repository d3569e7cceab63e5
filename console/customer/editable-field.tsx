import { EditOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './customer.module.css'

interface EditableFieldProps {
  label: string
  value: string | null
  /** Shown instead of the value where the stored form is not for people. */
  shown?: string
  disabled?: boolean
  /** Null takes the value away. */
  onSave: (value: string | null) => void
  inputMode?: 'text' | 'email' | 'tel' | 'numeric'
  type?: 'text' | 'date'
}

/** A value that becomes a field when it is clicked. Enter or leaving it saves, Escape leaves it as it was. */
export function EditableField({
  label,
  value,
  shown,
  disabled,
  onSave,
  inputMode,
  type = 'text',
}: EditableFieldProps) {
  const { t } = useTranslation('customer')
  const [editing, setEditing] = useState(false)
  const [text, setText] = useState('')
  const input = useRef<InputRef>(null)
  const cancelled = useRef(false)
  useEffect(() => {
    if (editing) input.current?.focus({ cursor: 'all' })
  }, [editing])
  const begin = () => {
    cancelled.current = false
    setText(value ?? '')
    setEditing(true)
  }
  const end = () => {
    setEditing(false)
    const next = text.trim() === '' ? null : text.trim()
    if (!cancelled.current && next !== value) onSave(next)
  }
  return (
    <div className={style.field}>
      <span className={style.label}>{label}</span>
      {editing ? (
        <Input
          ref={input}
          size="small"
          type={type}
          aria-label={label}
          inputMode={inputMode}
          value={text}
          maxLength={1000}
          onChange={(event) => setText(event.target.value)}
          onBlur={end}
          onPressEnter={(event) => !event.nativeEvent.isComposing && event.currentTarget.blur()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            cancelled.current = true
            event.currentTarget.blur()
          }}
        />
      ) : (
        <button
          type="button"
          className={style.value}
          disabled={disabled}
          onClick={begin}
          aria-label={t('editField', { label })}
        >
          <bdi data-empty={value === null}>{(shown ?? value) || t('notSet')}</bdi>
          {!disabled && <EditOutlined aria-hidden className={style.pencil} />}
        </button>
      )}
    </div>
  )
}
