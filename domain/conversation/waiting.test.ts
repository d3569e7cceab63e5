import { describe, expect, it } from 'vitest'
import { waitedSeconds, waitingLevel, waitingParts } from './waiting.ts'

const start = Date.UTC(2026, 10, 11, 12, 0, 0)
const later = (seconds: number) => start + seconds * 1000

describe('the waiting time of a customer', () => {
  it('is quiet, then amber at 100 seconds, then red at 180', () => {
    expect(waitingLevel(start, later(99.9))).toBe('quiet')
    expect(waitingLevel(start, later(100))).toBe('warning')
    expect(waitingLevel(start, later(179.9))).toBe('warning')
    expect(waitingLevel(start, later(180))).toBe('breach')
  })

  it('is not shown when nobody waits', () => {
    expect(waitingLevel(null, later(500))).toBe('none')
    expect(waitedSeconds(null, later(500))).toBe(0)
  })

  it('never runs backwards when the clocks of server and office differ', () => {
    expect(waitedSeconds(later(5), start)).toBe(0)
  })

  it('reads like a clock', () => {
    expect(waitingParts(7)).toEqual({ clock: '0:07' })
    expect(waitingParts(725)).toEqual({ clock: '12:05' })
    expect(waitingParts(10_931)).toEqual({ clock: '3:02:11' })
    expect(waitingParts(2 * 86_400 + 3 * 3600 + 5)).toEqual({ days: 2, hours: 3 })
  })
})
