import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bus, BusMessage } from '../platform/bus/bus.ts'
import { Looking } from './looking.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** A bus of one process. */
function oneBus(): Bus {
  const listeners: ((message: BusMessage) => void)[] = []
  return {
    poke: () => {},
    tell: (message) => {
      for (const run of listeners) run(message)
    },
    onPoke: () => () => {},
    onMessage: (run) => {
      listeners.push(run)
      return () => {}
    },
    close: async () => {},
  }
}

test('what a process that died has said ends by itself: looking, typing and being online', () => {
  const looking = new Looking(oneBus(), () => {})
  looking.tell({
    type: 'looking',
    conversationId: 7,
    staffId: 1,
    name: 'Ann',
    on: true,
    typing: true,
    note: false,
  })
  looking.tell({ type: 'customer', conversationId: 7, on: true, typing: true })
  const now = performance.now()
  expect(looking.frame(7, now)).toMatchObject({
    staff: [{ staffId: 1, typing: true }],
    customerTyping: true,
    customerOnline: true,
  })
  expect(looking.answering(7, now)).toBe(true)
  vi.advanceTimersByTime(41_000)
  const later = performance.now()
  expect(looking.frame(7, later)).toMatchObject({ staff: [], customerTyping: false, customerOnline: false })
  expect(looking.answering(7, later)).toBe(false)
})
