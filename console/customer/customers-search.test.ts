import { describe, expect, it } from 'vitest'
import { customersHref, readCustomersSearch } from './customers-search.ts'

describe('the address of the customers', () => {
  it('keeps what is searched for, also digits', () => {
    expect(readCustomersSearch({ q: 139, tag: '4' })).toEqual({ q: '139', tag: 4 })
    expect(readCustomersSearch({ q: '  ', tag: 'x' })).toEqual({})
  })

  it('names the customer and the search', () => {
    expect(customersHref(undefined, {})).toBe('/customers')
    expect(customersHref(7, { q: '0139', tag: 2 })).toBe('/customers/7?q=%220139%22&tag=2')
  })
})
