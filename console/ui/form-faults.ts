import type { FormInstance } from 'antd'
import { CallRefused } from '../../domain/client.ts'
import { faultText, refusalText } from '../shell/refusal-text.ts'
import { type FieldPath, faultsByField } from './fault-fields.ts'

/**
 * Shows a refusal in a form: each fault at its field, the first of them scrolled to.
 * Answers the sentence to stand above the form, or null when the fields say everything.
 *
 * @param blame the field to which a refusal with this code belongs (`brand_name_taken` -> `['name']`)
 */
export function showFaults(
  form: FormInstance,
  error: unknown,
  blame: Readonly<Record<string, FieldPath>> = {},
): string | null {
  const { code, sentence } = refusalText(error)
  const blamed = blame[code]
  if (blamed) {
    form.setFields([{ name: blamed, errors: [sentence] }])
    return null
  }
  if (!(error instanceof CallRefused) || error.faults.length === 0) return sentence
  const names = form.getFieldsError().map(({ name }) => name as FieldPath)
  const { fields, rest } = faultsByField(error.faults, names)
  form.setFields(fields.map(({ name, faults }) => ({ name, errors: [...new Set(faults.map(faultText))] })))
  const first = fields[0]
  if (first) form.scrollToField(first.name, { block: 'center', focus: true })
  return rest.length > 0
    ? [sentence, ...rest.map(({ path, message }) => `${path}: ${message}`)].join(' ')
    : null
}
