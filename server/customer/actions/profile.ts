import type { z } from 'zod'
import type { customerEndpoints } from '../../../domain/customer/endpoints.ts'
import { fieldFaults } from '../../../domain/customer/fields.ts'
import { normalPhone } from '../../../domain/customer/identity.ts'
import { allRefusals, refuse } from '../../../domain/errors.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { invalidInput } from '../../platform/http/refused.ts'
import type { Work } from '../../platform/work.ts'
import { requireTags } from '../../tag/access.ts'
import { accessCustomerToChange } from '../access.ts'
import { claimIdentity } from '../actions.ts'
import { selectCustomFields } from '../store/custom-field.ts'
import {
  type CustomerRow,
  type ProfileChange,
  replaceTags,
  setBlocked,
  updateProfile,
} from '../store/customer.ts'
import { deleteClaim } from '../store/identity.ts'
import { deleteNoteRow, insertNote } from '../store/note.ts'
import { appendCustomerEvent } from './told.ts'

type ProfileInput = z.output<(typeof customerEndpoints.updateCustomer)['body']>

/**
 * Changes the profile; a mail address or phone number that staff type becomes a claim in place of the one before.
 * Refuses `customer_not_found`, `not_allowed`, `custom_field_invalid` with all faults.
 */
export async function updateCustomer(
  work: Work,
  viewer: Viewer,
  customerId: number,
  input: ProfileInput,
): Promise<void> {
  const row = await accessCustomerToChange(work.tx, viewer, customerId, 'customer.write')
  const change = input.phone == null ? input : { ...input, phone: requirePhone(input.phone) }
  if (change.fields) await requireFitting(work, row.brand_id, change.fields)
  await updateProfile(work.tx, customerId, change)
  await replaceClaim(work, row, 'email', row.email, change.email)
  await replaceClaim(work, row, 'phone', row.phone, change.phone)
  const { fields = {}, ...columns } = change
  const changed = [...Object.keys(columns), ...Object.keys(fields).map((key) => `fields.${key}`)]
  await appendCustomerEvent(work, row, 'customer.changed', { customerId, fields: changed })
}

function requirePhone(written: string): string {
  const phone = normalPhone(written)
  if (phone) return phone
  throw invalidInput([{ path: 'body.phone', code: 'phone', message: 'Expected a phone number' }])
}

async function requireFitting(
  work: Work,
  brandId: number,
  values: NonNullable<ProfileChange['fields']>,
): Promise<void> {
  const rows = await selectCustomFields(work.tx, { everything: false, brandIds: [brandId] })
  const rules = rows.map((row) => ({ ...row, archived: row.archived_at !== null }))
  const faults = fieldFaults(rules, values)
  if (faults.length > 0) {
    throw new Refusal('custom_field_invalid', allRefusals.custom_field_invalid, {}, faults)
  }
}

async function replaceClaim(
  work: Work,
  customer: CustomerRow,
  kind: 'email' | 'phone',
  before: string | null,
  after: string | null | undefined,
): Promise<void> {
  if (after === undefined || after === before) return
  if (before !== null) await deleteClaim(work.tx, customer.id, kind, before)
  if (after !== null) await claimIdentity(work, { customerId: customer.id, kind, value: after })
}

/** Replaces the tags. Refuses `customer_not_found`, `not_allowed`, `tag_not_found`. */
export async function setCustomerTags(
  work: Work,
  viewer: Viewer,
  customerId: number,
  tagIds: readonly number[],
): Promise<void> {
  const row = await accessCustomerToChange(work.tx, viewer, customerId, 'customer.write')
  const wanted = [...new Set(tagIds)].sort((a, b) => a - b)
  await requireTags(work.tx, row.brand_id, wanted)
  await replaceTags(work.tx, row, wanted)
  await appendCustomerEvent(work, row, 'customer.tagged', { customerId, tagIds: wanted })
}

/** Writes a note for staff and answers its number. Refuses `customer_not_found`, `not_allowed`. */
export async function addCustomerNote(
  work: Work,
  viewer: Viewer,
  customerId: number,
  text: string,
): Promise<number> {
  const row = await accessCustomerToChange(work.tx, viewer, customerId, 'customer.write')
  const note = { brandId: row.brand_id, customerId, staffId: viewer.staffId, text }
  const noteId = await insertNote(work.tx, note, work.now)
  await appendCustomerEvent(work, row, 'customer.noted', { customerId, noteId })
  return noteId
}

/** Deletes an own note. Refuses `customer_not_found`, `not_allowed`, `note_not_found`. */
export async function deleteCustomerNote(
  work: Work,
  viewer: Viewer,
  customerId: number,
  noteId: number,
): Promise<void> {
  const row = await accessCustomerToChange(work.tx, viewer, customerId, 'customer.write')
  if (!(await deleteNoteRow(work.tx, { noteId, customerId, staffId: viewer.staffId }))) {
    throw refuse('note_not_found')
  }
  await appendCustomerEvent(work, row, 'customer.note_deleted', { customerId, noteId })
}

/** Refuses the customer's messages from now on. Refuses `customer_not_found`, `not_allowed`. */
export async function blockCustomer(
  work: Work,
  viewer: Viewer,
  customerId: number,
  reason: string,
): Promise<void> {
  const row = await accessCustomerToChange(work.tx, viewer, customerId, 'customer.block')
  await setBlocked(work.tx, customerId, { at: work.now, reason })
  await appendCustomerEvent(work, row, 'customer.blocked', { customerId })
}

/** Lets the customer write again. Refuses `customer_not_found`, `not_allowed`. */
export async function unblockCustomer(work: Work, viewer: Viewer, customerId: number): Promise<void> {
  const row = await accessCustomerToChange(work.tx, viewer, customerId, 'customer.block')
  if (!(await setBlocked(work.tx, customerId, null))) return
  await appendCustomerEvent(work, row, 'customer.unblocked', { customerId })
}
