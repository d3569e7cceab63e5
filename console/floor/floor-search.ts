/** What the address of the floor says: the filter, and what is looked into. */
export interface FloorSearch {
  shop?: number
  team?: number
  /** The agent whose talks are shown. */
  agent?: number
  /** The queue whose talks are shown: shop, team (0 for none), language (empty for none), parted by dots. */
  queue?: string
  /** The talk that is looked into. */
  c?: number
}

/** Reads the search part of an address; what does not fit is left out. */
export function readFloorSearch(search: Readonly<Record<string, unknown>>): FloorSearch {
  const read: FloorSearch = {}
  for (const name of ['shop', 'team', 'agent', 'c'] as const) {
    const value = Number(search[name])
    if (Number.isSafeInteger(value) && value > 0) read[name] = value
  }
  if (typeof search.queue === 'string' && queueOf(search.queue)) read.queue = search.queue
  return read
}

interface QueueKey {
  shopId: number
  teamId: number | null
  language: string | null
}

/** A queue's mark in the address. */
export function queueKey({ shopId, teamId, language }: QueueKey): string {
  return `${shopId}.${teamId ?? 0}.${language ?? ''}`
}

/** The queue that a mark names, or null. */
export function queueOf(key: string): QueueKey | null {
  const [, shop, team, language] = key.match(/^(\d{1,15})\.(\d{1,15})\.([A-Za-z0-9-]{0,35})$/) ?? []
  if (shop === undefined || team === undefined || language === undefined) return null
  return { shopId: Number(shop), teamId: Number(team) || null, language: language || null }
}
