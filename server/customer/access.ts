import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { mayAt, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, brandsWith, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type CustomFieldRow, selectCustomField } from './store/custom-field.ts'
import { type AccessedCustomerRow, selectReachedCustomer } from './store/customer.ts'
import type { CustomerReach } from './store/reach.ts'

/** Where the viewer's permission reaches among customers. */
export function customerReach(viewer: Viewer, permission: Permission): CustomerReach {
  return { ...reachOf(viewer, permission), staffId: viewer.staffId, anywhereIn: null }
}

/** The same for lists: with the brands in which there is anything to look for. */
export async function customerListReach(tx: Tx, viewer: Viewer): Promise<CustomerReach> {
  const brands = await brandsWith(tx, viewer, 'customer.read')
  return { ...customerReach(viewer, 'customer.read'), anywhereIn: brands.everything ? null : brands.brandIds }
}

/** The customer, if the viewer may read them. Refuses `customer_not_found`. */
export async function accessCustomer(
  tx: Tx,
  viewer: Viewer,
  customerId: number,
): Promise<AccessedCustomerRow> {
  const reach = customerReach(viewer, 'customer.read')
  const row = await selectReachedCustomer(tx, customerId, reach, reach, false)
  if (!row) throw refuse('customer_not_found')
  return row
}

/** The customer, locked, if the viewer may do this to them. Refuses `customer_not_found`, `not_allowed`. */
export async function accessCustomerToChange(
  tx: Tx,
  viewer: Viewer,
  customerId: number,
  permission: Permission,
): Promise<AccessedCustomerRow> {
  const seen = customerReach(viewer, 'customer.read')
  const row = await selectReachedCustomer(tx, customerId, seen, customerReach(viewer, permission), true)
  if (!row) throw refuse('customer_not_found')
  if (!row.allowed) throw refuse('not_allowed')
  return row
}

/** The custom field, if the viewer may manage it. Refuses `custom_field_not_found`, `not_allowed`. */
export async function accessCustomField(tx: Tx, viewer: Viewer, fieldId: number): Promise<CustomFieldRow> {
  const row = await selectCustomField(tx, fieldId)
  if (!row || !inBrands(await brandsSeen(tx, viewer), row.brand_id)) throw refuse('custom_field_not_found')
  if (!mayAt(viewer, 'shop.manage', { brandId: row.brand_id })) throw refuse('not_allowed')
  return row
}
