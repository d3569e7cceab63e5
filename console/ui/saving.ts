import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { FieldPath } from './fault-fields.ts'
import { showFaults } from './form-faults.ts'

interface Saving<V> {
  save: (values: V) => Promise<void>
  busy: boolean
  /** The sentence to stand above the form, when a refusal belongs to no field. */
  refused: string | null
}

/** Saves a form: while it runs `busy`, what is refused is shown at its fields, and nothing typed is lost. */
export function useSaving<V>(
  form: FormInstance,
  onSave: (values: V) => Promise<unknown>,
  blame: Readonly<Record<string, FieldPath>> = {},
): Saving<V> {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const save = async (values: V) => {
    setBusy(true)
    setRefused(null)
    try {
      await onSave(values)
    } catch (error) {
      setRefused(showFaults(form, error, blame))
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, refused }
}
