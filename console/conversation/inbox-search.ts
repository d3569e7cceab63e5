import { inboxViews } from '../../domain/conversation/endpoints.ts'
import { dueViews, isDueView, type ListScope, type ListView } from './list-cache.ts'

/** The lists that the inbox shows: conversations of a view, by deadline, or the own promises. */
export type PlaceView = ListView | 'promises'

/** What the address of the inbox says: which list, which conversation, what stands beside it. */
export interface InboxSearch {
  /** The open conversation. */
  c?: number
  shop?: number
  tag?: number
  /** In the lists by deadline: of this team. */
  team?: number
  /** In the lists by deadline: only what the viewer has. */
  mine?: 1
  /** An earlier conversation of the same customer, open beside. */
  beside?: number
  /** On a narrow screen: the customer's panel is in front. */
  panel?: 1
  /** Opened from a reminder: the promises of the conversation stand open. */
  promise?: 1
}

const placeViews: readonly PlaceView[] = [...inboxViews, ...dueViews, 'promises']

/** Reads the search part of an address; what does not fit is left out. */
export function readInboxSearch(search: Readonly<Record<string, unknown>>): InboxSearch {
  const read: InboxSearch = {}
  for (const name of ['c', 'shop', 'tag', 'team', 'beside'] as const) {
    const value = Number(search[name])
    if (Number.isSafeInteger(value) && value > 0) read[name] = value
  }
  for (const name of ['mine', 'panel', 'promise'] as const) if (Number(search[name]) === 1) read[name] = 1
  return read
}

/** The view an address names; mine where it names none. */
export function readView(view: unknown): PlaceView {
  return placeViews.find((known) => known === view) ?? 'mine'
}

/** The list an address shows. */
export function scopeOf(view: ListView, search: InboxSearch): ListScope {
  const shop = search.shop === undefined ? {} : { shopId: search.shop }
  if (isDueView(view)) {
    const team = search.team === undefined ? {} : { teamId: search.team }
    return { view, ...shop, ...team, ...(search.mine ? { mine: true } : {}) }
  }
  return {
    view,
    ...shop,
    ...(search.tag === undefined ? {} : { tagId: search.tag }),
  }
}

/** The row to go to from this one: the next below or above, or the first when this one is not in the list. */
export function neighbour(
  ids: readonly number[],
  current: number | undefined,
  by: 1 | -1,
): number | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0]
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))]
}

/** Where to go when this conversation is done: the one below, else the one above, else nowhere. */
export function afterDone(ids: readonly number[], current: number): number | undefined {
  const at = ids.indexOf(current)
  return at < 0 ? undefined : (ids[at + 1] ?? ids[at - 1])
}

/** The address of a place in the inbox. */
export function inboxHref(view: PlaceView, search: InboxSearch): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]))
  return `/inbox/${view}${query.size > 0 ? `?${query}` : ''}`
}
