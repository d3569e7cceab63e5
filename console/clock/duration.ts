export const durationUnits = ['second', 'minute', 'hour'] as const
export type DurationUnit = (typeof durationUnits)[number]

export const unitSeconds: Readonly<Record<DurationUnit, number>> = { second: 1, minute: 60, hour: 3600 }

/** A number of seconds in the largest unit that leaves no rest: 300 is 5 minutes, 90 are 90 seconds. */
export function inOneUnit(seconds: number): { amount: number; unit: DurationUnit } {
  const unit = [...durationUnits].reverse().find((one) => seconds !== 0 && seconds % unitSeconds[one] === 0)
  return unit ? { amount: seconds / unitSeconds[unit], unit } : { amount: seconds, unit: 'minute' }
}

export interface DurationPart {
  unit: DurationUnit
  count: number
}

/** A number of seconds as it is said, two parts at most: 5400 are 1 hour and 30 minutes. Hours are the largest. */
export function durationParts(seconds: number): DurationPart[] {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [
    { unit: 'hour' as const, count: Math.floor(whole / 3600) },
    { unit: 'minute' as const, count: Math.floor((whole % 3600) / 60) },
    { unit: 'second' as const, count: whole % 60 },
  ].filter(({ count }) => count > 0)
  return parts.length === 0 ? [{ unit: 'second', count: 0 }] : parts.slice(0, 2)
}
