import { Input } from 'antd'
import style from './calendar.module.css'
import { readTime } from './read-time.ts'

interface TimeFieldProps {
  value: string
  onChange: (time: string) => void
  /** Where an interval ends: then 24:00 is a time, too. */
  end?: boolean
  wrong: boolean
  label: string
  /** The field's fault in words, by the number of its element. */
  describedBy: string | undefined
}

/** A time of the day, typed as one likes (`9`, `930`, `09:30`) and put in order when the field is left. */
export function TimeField({ value, onChange, end = false, wrong, label, describedBy }: TimeFieldProps) {
  return (
    <Input
      className={style.time}
      value={value}
      status={wrong ? 'error' : ''}
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      placeholder={end ? '18:00' : '09:00'}
      maxLength={6}
      autoComplete="off"
      onFocus={(event) => event.target.select()}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(readTime(value, end) ?? value)}
    />
  )
}
