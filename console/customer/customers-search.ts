/** What the address of the customers says besides the customer. */
export interface CustomersSearch {
  q?: string
  tag?: number
}

/** Reads the search part of an address; what does not fit is left out. A number typed as text stays text. */
export function readCustomersSearch(search: Readonly<Record<string, unknown>>): CustomersSearch {
  const tag = Number(search.tag)
  const q =
    typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim().slice(0, 100) : ''
  return {
    ...(q === '' ? {} : { q }),
    ...(Number.isSafeInteger(tag) && tag > 0 ? { tag } : {}),
  }
}

/** The address of a customer, or of the list without one. */
export function customersHref(customerId: number | undefined, search: CustomersSearch): string {
  const query = new URLSearchParams()
  // Quoted, so that the router reads digits back as they were typed.
  if (search.q) query.set('q', JSON.stringify(search.q))
  if (search.tag) query.set('tag', String(search.tag))
  const path = customerId === undefined ? '/customers' : `/customers/${customerId}`
  return `${path}${query.size > 0 ? `?${query}` : ''}`
}
