/** What a wall clock shows. Months count from 1. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

/** What the wall clock of a zone shows at a moment (epoch milliseconds). */
export function wallAt(moment: number, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  }
}

/** The moment at which the wall clock of a zone shows this; a time that the zone skips becomes the one behind the gap. */
export function momentOf(wall: WallTime, timeZone: string): number {
  const asUtc = utcOf(wall)
  const offsetAt = (moment: number) => utcOf(wallAt(moment, timeZone)) - moment
  const first = asUtc - offsetAt(asUtc)
  return asUtc - offsetAt(first)
}

function utcOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute)
}
