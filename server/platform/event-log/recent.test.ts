import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoggedEvent } from '../../../domain/event.ts'
import { comparePositions, type Position } from './position.ts'
import { RecentEvents } from './recent.ts'

function event(xact: number, epoch = 1): LoggedEvent {
  const moment = new Date(0)
  return {
    epoch,
    transaction: xact,
    id: xact,
    name: 'tag.changed',
    v: 1,
    brandId: null,
    actor: { kind: 'system', id: null },
    data: {},
    audience: [],
    happenedAt: moment,
    recordedAt: moment,
  }
}

const at = (xact: number, epoch = 1): Position => ({ epoch, xact, eventId: xact })
const numbers = (events: readonly LoggedEvent[]) => events.map(({ transaction }) => transaction)

/** A log that grows, and how often its table was looked into. */
function log() {
  const all: LoggedEvent[] = []
  const looks: number[] = []
  const table = async (place: Position, limit: number) => {
    looks.push(place.xact)
    const after = all.filter((one) => comparePositions(at(one.transaction, one.epoch), place) > 0)
    return after.slice(0, limit)
  }
  return { all, looks, recent: new RecentEvents(table) }
}

test('whoever reads what another has read just now causes no look of their own', async () => {
  const { all, looks, recent } = log()
  all.push(...[1, 2, 3].map((n) => event(n)))
  expect(numbers(await recent.after(at(0), 10))).toEqual([1, 2, 3])
  expect(numbers(await recent.after(at(0), 2))).toEqual([1, 2])
  expect(numbers(await recent.after(at(2), 10))).toEqual([3])
  all.push(event(4))
  const both = await Promise.all([recent.after(at(3), 10), recent.after(at(3), 10)])
  expect(both.map(numbers)).toEqual([[4], [4]])
  expect(looks).toEqual([0, 3])
})

test('whoever is far behind reads the table, and leaves the others’ memory as it is', async () => {
  const { all, looks, recent } = log()
  all.push(...Array.from({ length: 5_000 }, (_, n) => event(n + 1)))
  await recent.after(at(2_900), 1_000)
  await recent.after(at(3_900), 1_000)
  expect(numbers(await recent.after(at(10), 3))).toEqual([11, 12, 13])
  expect(numbers(await recent.after(at(4_898), 5))).toEqual([4_899, 4_900])
  expect(looks).toEqual([2_900, 3_900, 10])
})

test('any readers, at any pace, get the log in order, whole and once', async () => {
  const step = fc.record({ reader: fc.nat(3), grow: fc.nat(4), limit: fc.integer({ min: 1, max: 6 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { all, recent } = log()
      const read: number[][] = [[], [], [], []]
      const read1 = async (reader: number, limit: number) => {
        const own = read[reader] ?? []
        own.push(...numbers(await recent.after(at(own.at(-1) ?? 0), limit)))
      }
      for (const { reader, grow, limit } of steps) {
        for (let n = 0; n < grow; n++) all.push(event(all.length + 1))
        await Promise.all([read1(reader, limit), read1((reader + 1) % 4, limit)])
      }
      for (const own of read) expect(own).toEqual(numbers(all).slice(0, own.length))
    }),
  )
})

test('after a restore the events of the new epoch follow those of the old', async () => {
  const { all, recent } = log()
  all.push(event(900))
  await recent.after(at(0), 10)
  all.push(event(5, 2))
  expect(numbers(await recent.after(at(900), 10))).toEqual([5])
  expect(numbers(await recent.after(at(0), 10))).toEqual([900, 5])
})
