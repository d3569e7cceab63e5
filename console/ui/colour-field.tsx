import { ColorPicker } from 'antd'

interface ColourFieldProps {
  /** `#rrggbb`; given by antd's form. */
  value?: string | null
  onChange?: (value: string) => void
  id?: string
}

const presets = [
  '#2b5cd9',
  '#0f766e',
  '#1c7445',
  '#b36b00',
  '#c2410c',
  '#c22a2a',
  '#a8427f',
  '#6d4bc3',
  '#475569',
  '#111827',
]

/** Chooses a colour as `#rrggbb`. */
export function ColourField({ value, onChange, id }: ColourFieldProps) {
  return (
    <span id={id} tabIndex={-1}>
      <ColorPicker
        value={value ?? presets[0]}
        onChangeComplete={(colour) => onChange?.(colour.toHexString().slice(0, 7))}
        disabledAlpha
        showText
        presets={[{ label: '', colors: presets, defaultOpen: true }]}
      />
    </span>
  )
}
