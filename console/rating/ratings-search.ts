/** What the address of the ratings says. */
export interface RatingsSearch {
  days?: number
  staff?: number
  shop?: number
  score?: number
  by?: 'shop' | 'day'
}

/** The periods that are offered, in days; the second is the usual one. */
export const periods = [7, 30, 90] as const
const usualDays = 30

/** Reads the search part of an address; what does not fit, and what is usual, is left out. */
export function readRatingsSearch(search: Readonly<Record<string, unknown>>): RatingsSearch {
  const whole = (value: unknown) =>
    Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : 0
  const days = periods.find((one) => one === whole(search.days))
  const staff = whole(search.staff)
  const shop = whole(search.shop)
  const score = whole(search.score)
  return {
    ...(days && days !== usualDays ? { days } : {}),
    ...(staff ? { staff } : {}),
    ...(shop ? { shop } : {}),
    ...(score > 0 && score <= 5 ? { score } : {}),
    ...(search.by === 'shop' || search.by === 'day' ? { by: search.by } : {}),
  }
}

export function daysOf(search: RatingsSearch): number {
  return search.days ?? usualDays
}

/** The first moment of the day that lies `days - 1` days before this one, where the viewer sits. */
export function periodStart(days: number, now: number): string {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() - days + 1)
  return day.toISOString()
}
