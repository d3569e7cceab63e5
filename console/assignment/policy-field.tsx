import { Form, InputNumber, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultPolicy } from '../../domain/assignment/policy.ts'
import style from './assignment.module.css'

type Path = readonly string[]

interface FieldProps {
  /** Where it stands in the policy: `['sticky', 'hours']`. */
  at: Path
  label: string
}

/** A field of the policy with its default shown under it, and the way back to it. */
function PolicyField({
  at,
  label,
  says,
  children,
  isSwitch = false,
}: FieldProps & { says: (value: unknown) => string; children: ReactNode; isSwitch?: boolean }) {
  const { t } = useTranslation('assignment')
  const form = Form.useFormInstance()
  const name = ['policy', ...at]
  const value: unknown = Form.useWatch(name, form)
  const usual = usualAt(at)
  const changed = value !== undefined && value !== usual
  return (
    <Form.Item
      name={name}
      label={label}
      {...(isSwitch ? { valuePropName: 'checked' } : {})}
      extra={
        <span className={style.note}>
          {t('default', { value: says(usual) })}
          {changed && (
            <button
              type="button"
              aria-label={t('resetNamed', { label, value: says(usual) })}
              onClick={() => form.setFieldValue(name, usual)}
            >
              {t('reset')}
            </button>
          )}
        </span>
      }
    >
      {children}
    </Form.Item>
  )
}

/** A whole number with its unit, such as seconds or hours. */
export function NumberField(
  props: FieldProps & {
    unit?: string
    min: number
    max: number
    says: (value: number) => string
  },
) {
  const { at, label, unit, min, max, says } = props
  return (
    <PolicyField at={at} label={label} says={(value) => says(Number(value))}>
      <InputNumber
        min={min}
        max={max}
        precision={0}
        changeOnWheel={false}
        style={{ width: 200 }}
        suffix={unit}
      />
    </PolicyField>
  )
}

/** A share, kept as 0 to 1 and shown in hundredths. */
export function ShareField({ at, label }: FieldProps) {
  const says = (value: unknown) => `${Math.round(Number(value) * 100)} %`
  return (
    <PolicyField at={at} label={label} says={says}>
      <SharePart />
    </PolicyField>
  )
}

function SharePart({
  value,
  onChange,
  ...rest
}: {
  value?: number
  onChange?: (value: number) => void
  id?: string
}) {
  return (
    <InputNumber
      {...rest}
      min={10}
      max={100}
      precision={0}
      style={{ width: 200 }}
      suffix="%"
      value={value === undefined ? null : Math.round(value * 100)}
      onChange={(share) => onChange?.(Number(share ?? 10) / 100)}
    />
  )
}

export function SwitchField({ at, label }: FieldProps) {
  const { t } = useTranslation('assignment')
  return (
    <PolicyField at={at} label={label} says={(value) => t(value ? 'on' : 'off')} isSwitch>
      <Switch />
    </PolicyField>
  )
}

export function ChoiceField<V extends string | number>({
  at,
  label,
  options,
}: FieldProps & { options: readonly { value: V; label: string }[] }) {
  const says = (value: unknown) => options.find((one) => one.value === value)?.label ?? ''
  return (
    <PolicyField at={at} label={label} says={says}>
      <Select options={[...options]} style={{ width: 200 }} />
    </PolicyField>
  )
}

function usualAt(at: Path): unknown {
  return at.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], defaultPolicy)
}
