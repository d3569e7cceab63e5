import { mondayOf } from '../../domain/roster/local-time.ts'

/** What the address of the roster says: whose, and which week by its Monday. */
export interface RosterSearch {
  team?: number
  week?: string
}

/** Reads the search part of an address; what does not fit is left out, any day stands for its week. */
export function readRosterSearch(search: Readonly<Record<string, unknown>>): RosterSearch {
  const team = Number(search.team)
  const { week } = search
  const isDay = typeof week === 'string' && /^\d{4}-\d\d-\d\d$/.test(week) && !Number.isNaN(Date.parse(week))
  return {
    ...(Number.isSafeInteger(team) && team > 0 ? { team } : {}),
    ...(isDay ? { week: mondayOf(week) } : {}),
  }
}
