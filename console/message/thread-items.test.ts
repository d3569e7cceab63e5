import { describe, expect, it } from 'vitest'
import { deliveryOf, mayTakeBack, threadItems } from './thread-items.ts'
import { threadLine } from './thread-lines.fixture.ts'

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10)
const at = (text: string) => new Date(`2026-11-${text}:00Z`).toISOString()

describe('a thread', () => {
  it('has a divider before each day', () => {
    const lines = [
      threadLine({ seq: 1, createdAt: at('11T23:50') }),
      threadLine({ seq: 2, createdAt: at('12T00:01') }),
      threadLine({ seq: 3, createdAt: at('12T00:02') }),
    ]
    expect(threadItems(lines, [], null, utcDay).map((item) => item.kind)).toEqual([
      'day',
      'line',
      'day',
      'line',
      'line',
    ])
  })

  it('has one divider before what was not read', () => {
    const lines = [1, 2, 3].map((seq) => threadLine({ seq }))
    expect(threadItems(lines, [], 1, utcDay).map((item) => item.kind)).toEqual([
      'day',
      'line',
      'unread',
      'line',
      'line',
    ])
    expect(threadItems(lines, [], 3, utcDay).some((item) => item.kind === 'unread')).toBe(false)
  })

  it('says a name once for lines that follow each other', () => {
    const lines = [
      threadLine({ seq: 1 }),
      threadLine({ seq: 2 }),
      threadLine({ seq: 3, authorKind: 'staff', authorId: 7 }),
      threadLine({ seq: 9 }),
    ]
    const follows = threadItems(lines, [], null, utcDay).flatMap((item) =>
      item.kind === 'line' ? [item.follows] : [],
    )
    expect(follows).toEqual([false, true, false, false])
  })
})

describe('an own message', () => {
  const own = threadLine({ seq: 4, authorKind: 'staff', authorId: 7, createdAt: at('11T10:00') })

  it('is delivered, then read', () => {
    expect(deliveryOf(own, 3)).toBe('delivered')
    expect(deliveryOf(own, 4)).toBe('read')
    expect(deliveryOf(threadLine({ seq: 1 }), 4)).toBeNull()
  })

  it('can be taken back for two minutes, by its writer only', () => {
    const minutes = (n: number) => Date.parse(own.createdAt) + n * 60_000
    expect(mayTakeBack(own, 7, minutes(1.9))).toBe(true)
    expect(mayTakeBack(own, 7, minutes(2.1))).toBe(false)
    expect(mayTakeBack(own, 8, minutes(1))).toBe(false)
  })
})
