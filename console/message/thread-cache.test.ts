import { describe, expect, it } from 'vitest'
import { mergeLines, prepend, renew, type Thread } from './thread-cache.ts'
import { threadLine } from './thread-lines.fixture.ts'

const thread = (...seqs: number[]): Thread => ({
  messages: seqs.map((seq) => threadLine({ seq })),
  more: (seqs[0] ?? 1) > 1,
  position: '1.1.1',
})
const seqs = (it: Thread) => it.messages.map((line) => line.seq)

describe('lines that arrive while a thread is open', () => {
  it('stand in the order of their numbers, each once', () => {
    const merged = mergeLines(thread(1, 2), [
      threadLine({ seq: 4 }),
      threadLine({ seq: 3 }),
      threadLine({ seq: 2 }),
    ])
    expect(merged.gap).toBe(false)
    expect(seqs(merged.thread)).toEqual([1, 2, 3, 4])
  })

  it('replace the line that was recalled', () => {
    const recalled = threadLine({ seq: 2, text: '', recalledAt: '2026-11-11T00:00:00.000Z' })
    expect(mergeLines(thread(1, 2), [recalled]).thread.messages[1]?.recalledAt).not.toBeNull()
  })

  it('say that lines are missing instead of showing a thread with a hole', () => {
    const merged = mergeLines(thread(1, 2), [threadLine({ seq: 5 })])
    expect(merged.gap).toBe(true)
    expect(seqs(merged.thread)).toEqual([1, 2])
  })

  it('do not come in above what is loaded', () => {
    expect(seqs(mergeLines(thread(51, 52), [threadLine({ seq: 3 })]).thread)).toEqual([51, 52])
  })
})

describe('earlier lines', () => {
  it('come before the thread, and it is known whether there are more', () => {
    const whole = prepend(thread(3, 4), {
      messages: [1, 2, 3].map((seq) => threadLine({ seq })),
      more: false,
    })
    expect(seqs(whole)).toEqual([1, 2, 3, 4])
    expect(whole.more).toBe(false)
  })

  it('stay when the last page is read again', () => {
    expect(seqs(renew(thread(1, 2, 3), thread(3, 4)))).toEqual([1, 2, 3, 4])
  })

  it('go when the new page does not touch them', () => {
    expect(seqs(renew(thread(1, 2), thread(9, 10)))).toEqual([9, 10])
  })
})
