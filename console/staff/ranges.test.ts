import { expect, test } from 'vitest'
import { grantsOf, rangeOf, sameGrants } from './ranges.ts'

const shopGrant = { roleId: 3, brandId: 1, shopId: 7, teamId: null }

test('a grant that nobody touched goes back exactly as it came', () => {
  expect(grantsOf([{ roleId: 3, range: 'shop:7' }], [shopGrant])).toEqual([shopGrant])
})

test('a new grant holds only its own limit', () => {
  expect(grantsOf([{ roleId: 3, range: 'team:2' }, { roleId: 1 }, {}], [])).toEqual([
    { roleId: 3, brandId: null, shopId: null, teamId: 2 },
    { roleId: 1, brandId: null, shopId: null, teamId: null },
  ])
})

test('the narrowest limit names the range', () => {
  expect(rangeOf(shopGrant)).toBe('shop:7')
  expect(rangeOf({ brandId: null, shopId: null, teamId: null })).toBe('all')
})

test('the order of grants changes nothing', () => {
  const other = { roleId: 1, brandId: null, shopId: null, teamId: null }
  expect(sameGrants([shopGrant, other], [other, shopGrant])).toBe(true)
  expect(sameGrants([shopGrant], [other])).toBe(false)
})
