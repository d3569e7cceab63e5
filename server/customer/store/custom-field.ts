import { sql } from 'kysely'
import type { CustomFieldKind } from '../../../domain/customer/fields.ts'
import type { Localized } from '../../../domain/localized.ts'
import type { Tx } from '../../platform/work.ts'

export interface CustomFieldRow {
  id: number
  brand_id: number
  key: string
  name: Localized
  kind: CustomFieldKind
  choices: string[]
  archived_at: Date | null
}

export async function selectCustomFields(
  tx: Tx,
  set: { readonly everything: boolean; readonly brandIds: readonly number[] },
): Promise<CustomFieldRow[]> {
  const answer = await sql<CustomFieldRow>`
    select id, brand_id, key, name, kind, choices, archived_at from custom_field
    where ${set.everything} or brand_id = any(${[...set.brandIds]}::bigint[])
    order by brand_id, id`.execute(tx)
  return answer.rows
}

export async function selectCustomField(tx: Tx, fieldId: number): Promise<CustomFieldRow | undefined> {
  const answer = await sql<CustomFieldRow>`
    select id, brand_id, key, name, kind, choices, archived_at from custom_field where id = ${fieldId}`.execute(
    tx,
  )
  return answer.rows[0]
}

export interface NewCustomField {
  readonly brandId: number
  readonly key: string
  readonly name: Localized
  readonly kind: CustomFieldKind
  readonly choices: readonly string[]
}

export async function insertCustomField(tx: Tx, field: NewCustomField, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into custom_field (brand_id, key, name, kind, choices, created_at)
    values (${field.brandId}, ${field.key}, ${JSON.stringify(field.name)}::jsonb, ${field.kind},
      ${[...field.choices]}::text[], ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

export interface CustomFieldChange {
  readonly name?: Localized | undefined
  readonly choices?: readonly string[] | undefined
  readonly archived?: boolean | undefined
}

export async function updateCustomFieldRow(
  tx: Tx,
  fieldId: number,
  change: CustomFieldChange,
  now: Date,
): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update custom_field set
      name = coalesce(${change.name ? JSON.stringify(change.name) : null}::jsonb, name),
      choices = coalesce(${change.choices ? [...change.choices] : null}::text[], choices),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${fieldId}`.execute(tx)
}
