import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedGrants, type GrantScope, mayGive } from './granting.ts'
import type { Permission } from './permissions.ts'
import { type Grant, mayAt, type Place, type Viewer } from './scope.ts'

const over = (permissions: readonly Permission[], part: Partial<Grant> = {}): Viewer => ({
  staffId: 1,
  name: 'Lin',
  language: 'en',
  grants: [{ permissions, brandId: null, shopId: null, teamId: null, ...part }],
})
const everything: GrantScope = { kind: 'everything' }
const brand: GrantScope = { kind: 'brand', brandId: 1 }
const shop: GrantScope = { kind: 'shop', shopId: 11, brandId: 1 }
const team: GrantScope = { kind: 'team', teamId: 101, brandId: 1 }
const teamOfAll: GrantScope = { kind: 'team', teamId: 102, brandId: null }

describe('who holds a permission over one part may give it over these', () => {
  const read: Permission[] = ['conversation.read']
  test.each<[string, Partial<Grant>, GrantScope, boolean]>([
    ['everything', {}, everything, true],
    ['everything', {}, teamOfAll, true],
    ['a brand', { brandId: 1 }, everything, false],
    ['a brand', { brandId: 1 }, brand, true],
    ['a brand', { brandId: 1 }, shop, true],
    ['a brand', { brandId: 1 }, team, true],
    ['a brand', { brandId: 1 }, teamOfAll, false],
    ['another brand', { brandId: 2 }, shop, false],
    ['a shop', { brandId: 1, shopId: 11 }, shop, true],
    ['a shop', { shopId: 11 }, brand, false],
    ['another shop', { shopId: 12 }, shop, false],
    ['a team', { teamId: 101 }, team, true],
    ['a team', { teamId: 101 }, brand, false],
    ['a team', { teamId: 102 }, teamOfAll, true],
  ])('%s: %j to %j is %s', (_, held, scope, expected) => {
    expect(mayGive(over(read, held), { permissions: read, scope })).toBe(expected)
  })
})

test('one missing permission is enough to refuse', () => {
  const giver = over(['staff.manage', 'conversation.read'])
  expect(mayGive(giver, { permissions: ['conversation.read'], scope: everything })).toBe(true)
  expect(mayGive(giver, { permissions: ['conversation.read', 'role.manage'], scope: everything })).toBe(false)
})

test('replacing grants gives and takes only what differs', () => {
  const row = (roleId: number, brandId: number | null = null) => ({
    roleId,
    brandId,
    shopId: null,
    teamId: null,
  })
  expect(changedGrants([row(1), row(2, 1)], [row(2, 1), row(3)])).toEqual([row(1), row(3)])
  expect(changedGrants([row(1)], [row(1)])).toEqual([])
})

/** A small department: shops 11, 12 of brand 1, shop 21 of brand 2; teams 101 (brand 1), 102 (all), 201 (brand 2). */
const scopes: readonly GrantScope[] = [
  everything,
  brand,
  { kind: 'brand', brandId: 2 },
  shop,
  { kind: 'shop', shopId: 12, brandId: 1 },
  { kind: 'shop', shopId: 21, brandId: 2 },
  team,
  teamOfAll,
  { kind: 'team', teamId: 201, brandId: 2 },
]
const places: readonly Place[] = [
  { brandId: 1, shopId: 11 },
  { brandId: 1, shopId: 12 },
  { brandId: 2, shopId: 21 },
].flatMap((place) => [
  { ...place, teamId: null },
  { ...place, teamId: 102 },
  { ...place, teamId: place.brandId === 1 ? 101 : 201 },
])

const aFew = fc.uniqueArray(fc.constantFrom<Permission>('staff.manage', 'role.manage', 'conversation.read'), {
  minLength: 1,
})
const given = fc.record({ permissions: aFew, scope: fc.constantFrom(...scopes) })

const asGrant = ({ permissions, scope }: { permissions: Permission[]; scope: GrantScope }): Grant => ({
  permissions,
  brandId: scope.kind === 'brand' ? scope.brandId : null,
  shopId: scope.kind === 'shop' ? scope.shopId : null,
  teamId: scope.kind === 'team' ? scope.teamId : null,
})

test('whoever gets something can do nothing anywhere that the giver could not', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 4 }), given, (held, gift) => {
      const giver = { ...over([]), grants: held.map(asGrant) }
      fc.pre(mayGive(giver, gift))
      const receiver = { ...over([]), grants: [asGrant(gift)] }
      for (const place of places) {
        for (const permission of gift.permissions) {
          if (mayAt(receiver, permission, place)) expect(mayAt(giver, permission, place)).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('what somebody holds they may hand on as it is', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), (held) => {
      const giver = { ...over([]), grants: held.map(asGrant) }
      for (const one of held) expect(mayGive(giver, one)).toBe(true)
    }),
  )
})
