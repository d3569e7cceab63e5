/** Over what a role is given, as one value of a select: `all`, `brand:1`, `shop:2`, `team:3`. */
export type RangeKey = 'all' | `brand:${number}` | `shop:${number}` | `team:${number}`

export interface GrantRow {
  roleId: number
  brandId: number | null
  shopId: number | null
  teamId: number | null
}

/** The range of a grant; its narrowest limit counts. */
export function rangeOf(grant: Omit<GrantRow, 'roleId'>): RangeKey {
  if (grant.teamId !== null) return `team:${grant.teamId}`
  if (grant.shopId !== null) return `shop:${grant.shopId}`
  if (grant.brandId !== null) return `brand:${grant.brandId}`
  return 'all'
}

/** A row of the editor. */
export interface GrantChoice {
  roleId?: number
  range?: RangeKey
}

/** The grants that the editor's rows stand for; a grant that was there before stays exactly as it was. */
export function grantsOf(choices: readonly GrantChoice[], before: readonly GrantRow[]): GrantRow[] {
  return choices.flatMap(({ roleId, range = 'all' }) => {
    if (roleId === undefined) return []
    const kept = before.find((grant) => grant.roleId === roleId && rangeOf(grant) === range)
    return [kept ?? { roleId, ...limitsOf(range) }]
  })
}

function limitsOf(range: RangeKey): Omit<GrantRow, 'roleId'> {
  const [kind, id] = range.split(':')
  const limit = (name: string) => (kind === name ? Number(id) : null)
  return { brandId: limit('brand'), shopId: limit('shop'), teamId: limit('team') }
}

/** Whether two lists hold the same grants, in any order. */
export function sameGrants(a: readonly GrantRow[], b: readonly GrantRow[]): boolean {
  const keys = (rows: readonly GrantRow[]) =>
    rows
      .map((row) => `${row.roleId} ${rangeOf(row)}`)
      .sort()
      .join()
  return keys(a) === keys(b)
}
