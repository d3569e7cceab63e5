import type { customerEndpoints } from '../../../domain/customer/endpoints.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessWholeBrand, brandsSeen } from '../../brand/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { invalidInput } from '../../platform/http/refused.ts'
import { brokenConstraint, type Tx, type Work } from '../../platform/work.ts'
import { accessCustomField } from '../access.ts'
import {
  type CustomFieldChange,
  insertCustomField,
  type NewCustomField,
  selectCustomFields,
  updateCustomFieldRow,
} from '../store/custom-field.ts'

/** The fields of the brands that the viewer sees. */
export async function listCustomFields(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof customerEndpoints.listCustomFields>> {
  const rows = await selectCustomFields(tx, await brandsSeen(tx, viewer))
  return {
    fields: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      key: row.key,
      name: row.name,
      kind: row.kind,
      choices: row.choices,
      archived: row.archived_at !== null,
    })),
  }
}

/** Adds a field to a brand's profiles. Refuses `brand_not_found`, `not_allowed`, `custom_field_key_taken`. */
export async function createCustomField(work: Work, viewer: Viewer, input: NewCustomField): Promise<number> {
  await accessWholeBrand(work.tx, viewer, input.brandId, 'shop.manage')
  const choices = input.kind === 'choice' ? requireChoices(input.choices) : []
  const fieldId = await insertCustomField(work.tx, { ...input, choices }, work.now).catch(keyTaken)
  await appendFieldEvent(work, 'custom_field.created', input.brandId, fieldId)
  return fieldId
}

/** Changes a field; values that were given before stay. Refuses `custom_field_not_found`, `not_allowed`. */
export async function updateCustomField(
  work: Work,
  viewer: Viewer,
  fieldId: number,
  change: CustomFieldChange,
): Promise<void> {
  const row = await accessCustomField(work.tx, viewer, fieldId)
  const { choices, ...rest } = change
  const wanted = row.kind === 'choice' && choices ? { ...rest, choices: requireChoices(choices) } : rest
  await updateCustomFieldRow(work.tx, fieldId, wanted, work.now)
  await appendFieldEvent(work, 'custom_field.changed', row.brand_id, fieldId)
}

function requireChoices(choices: readonly string[]): string[] {
  if (choices.length > 0) return [...new Set(choices)]
  throw invalidInput([{ path: 'body.choices', code: 'choices_empty', message: 'Give at least one choice' }])
}

async function appendFieldEvent(
  work: Work,
  name: 'custom_field.created' | 'custom_field.changed',
  brandId: number,
  fieldId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { fieldId }, audience: [audience.everybody] })
}

function keyTaken(error: unknown): never {
  throw brokenConstraint(error) === 'custom_field_brand_id_key_key' ? refuse('custom_field_key_taken') : error
}
