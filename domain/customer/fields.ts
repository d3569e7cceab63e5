import type { Fault } from '../refusal.ts'
import type { customFieldKinds } from './endpoints.ts'

export type CustomFieldKind = (typeof customFieldKinds)[number]
export type FieldValue = string | number | boolean | null

/** What of a field decides which values fit. */
export interface FieldRule {
  readonly key: string
  readonly kind: CustomFieldKind
  readonly choices: readonly string[]
  readonly archived: boolean
}

/**
 * Everything wrong with the values, by `body.fields.<key>`. Null takes a value away and fits every field, an
 * archived one too; a date is `YYYY-MM-DD`.
 */
export function fieldFaults(
  rules: readonly FieldRule[],
  values: Readonly<Record<string, FieldValue>>,
): Fault[] {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  return Object.entries(values).flatMap(([key, value]) => {
    const problem = valueProblem(byKey.get(key), value)
    return problem ? [{ path: `body.fields.${key}`, ...problem }] : []
  })
}

function valueProblem(rule: FieldRule | undefined, value: FieldValue) {
  if (!rule) return { code: 'field_unknown', message: 'There is no such field in this brand' }
  if (value === null || (!rule.archived && fits(rule, value))) return null
  if (rule.archived)
    return { code: 'field_archived', message: 'This field is archived; it can only be emptied' }
  return { code: `field_${rule.kind}`, message: expected[rule.kind] }
}

const expected: Readonly<Record<CustomFieldKind, string>> = {
  text: 'Expected text',
  number: 'Expected a number',
  date: 'Expected a day such as 2026-07-31',
  choice: 'Expected one of the choices of the field',
  yes_no: 'Expected yes or no',
}

function fits(rule: FieldRule, value: string | number | boolean): boolean {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'choice':
      return typeof value === 'string' && rule.choices.includes(value)
    case 'yes_no':
      return typeof value === 'boolean'
  }
}

/** Whether this is a day of the calendar, written `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
