import { audience } from '../../../domain/event.ts'
import type { EventName } from '../../../domain/events.ts'
import { appendEvent, type NewEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { selectShopsOf } from '../store/customer.ts'

type CustomerEvent = Extract<EventName, `customer.${string}`>

/** Appends an event of a customer, for the brand and the shops in which they have written. */
export async function appendCustomerEvent<N extends CustomerEvent>(
  work: Work,
  customer: { readonly id: number; readonly brand_id: number },
  name: N,
  data: NewEvent<N>['data'],
): Promise<void> {
  const shopIds = await selectShopsOf(work.tx, customer.id)
  await appendEvent(work, {
    name,
    brandId: customer.brand_id,
    data,
    audience: [audience.brand(customer.brand_id), ...shopIds.map(audience.shop)],
  })
}
