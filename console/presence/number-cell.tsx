import { InputNumber } from 'antd'
import { useEffect, useState } from 'react'
import { toast } from '../shell/toast.tsx'

interface NumberCellProps {
  label: string
  value: number | null
  most: number
  step: number
  suffix?: string
  /** Stands where nothing is set; without it the field cannot be left empty. */
  placeholder?: string
  onSet: (value: number | null) => Promise<unknown>
}

/** A number in a list that is saved when one leaves it or presses Enter; what is refused goes back. */
export function NumberCell({ label, value, most, step, suffix, placeholder, onSet }: NumberCellProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const save = async () => {
    const wanted = typed === null ? null : Math.round(typed / step) * step
    const usable = wanted !== null || placeholder !== undefined
    setTyped(usable ? wanted : value)
    if (!usable || wanted === value) return
    try {
      await onSet(wanted)
    } catch (error) {
      setTyped(value)
      toast.refused(error)
    }
  }
  return (
    <InputNumber
      aria-label={label}
      value={typed}
      min={0}
      max={most}
      step={step}
      style={{ width: 96 }}
      {...(placeholder ? { placeholder } : {})}
      {...(suffix ? { suffix } : {})}
      onChange={setTyped}
      onBlur={() => void save()}
      onPressEnter={() => void save()}
    />
  )
}
