import type { Source } from '../../domain/conversation/source.ts'

type Campaign = NonNullable<Source['campaign']>

const parts = {
  utm_source: 'source',
  utm_medium: 'medium',
  utm_campaign: 'name',
  utm_term: 'term',
  utm_content: 'content',
} as const

/** The campaign named in an address by its `utm_…` parameters; undefined when there is none. */
export function campaignOf(address: string): Campaign | undefined {
  const query =
    URL.parse?.(address)?.searchParams ?? new URLSearchParams(address.split('?')[1]?.split('#')[0])
  const found = Object.entries(parts).flatMap(([parameter, part]) => {
    const value = query.get(parameter)?.trim().slice(0, 200)
    return value ? [[part, value]] : []
  })
  return found.length > 0 ? (Object.fromEntries(found) as Campaign) : undefined
}
