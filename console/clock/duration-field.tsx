import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DurationUnit, durationUnits, inOneUnit, unitSeconds } from './duration.ts'
import style from './policy.module.css'

interface DurationFieldProps {
  /** Seconds; null is left to the standard, where the field may be empty. */
  value?: number | null
  onChange?: (seconds: number | null) => void
  label: string
  placeholder?: string
  wrong?: boolean
}

/** A length of time: a number and its unit. */
export function DurationField({
  value = null,
  onChange,
  label,
  placeholder,
  wrong = false,
}: DurationFieldProps) {
  const { t } = useTranslation('clock')
  const [wanted, setUnit] = useState<DurationUnit>(() => inOneUnit(value ?? 0).unit)
  const fits = value === null || value % unitSeconds[wanted] === 0
  const unit = fits ? wanted : inOneUnit(value).unit
  const amount = value === null ? null : value / unitSeconds[unit]
  return (
    <Space.Compact className={style.duration}>
      <InputNumber
        aria-label={label}
        min={0}
        precision={0}
        controls={false}
        status={wrong ? 'error' : ''}
        value={amount}
        placeholder={placeholder}
        onChange={(next) => onChange?.(next === null ? null : next * unitSeconds[unit])}
      />
      <Select
        aria-label={t('unitOf', { label })}
        value={unit}
        popupMatchSelectWidth={false}
        onChange={(next) => {
          setUnit(next)
          if (amount !== null) onChange?.(amount * unitSeconds[next])
        }}
        options={durationUnits.map((one) => ({ value: one, label: t(`unit.${one}`) }))}
      />
    </Space.Compact>
  )
}
