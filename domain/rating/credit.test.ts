import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CreditLine, creditOf } from './credit.ts'

const amy = 1
const bo = 2
const cy = 3

type Said = Partial<CreditLine> & { by?: number | 'customer' | 'system' }

/** A thread from its lines; a number is a public reply of that agent. */
function thread(...lines: (number | Said)[]): CreditLine[] {
  return lines.map((line, index) => {
    const { by = amy, ...more } = typeof line === 'number' ? { by: line } : line
    const who =
      typeof by === 'number'
        ? ({ authorKind: 'staff', authorId: by } as const)
        : ({ authorKind: by, authorId: null } as const)
    return { seq: index + 1, kind: 'message', recalled: false, ...who, ...more }
  })
}

const resolved: Said = { kind: 'step', by: amy }
const customer: Said = { by: 'customer' }
const note = (by: number): Said => ({ kind: 'note', by })
const handOver: Said = { kind: 'step', by: amy }

test.each<[string, (number | Said)[], number, number]>([
  ['one agent answers', [customer, amy, resolved], 3, amy],
  ['most replies win, not the last one', [customer, amy, amy, bo, resolved], 5, amy],
  ['of as many the one who replied last', [customer, amy, bo, resolved], 4, bo],
  [
    'a hand-over just before the resolution changes nothing',
    [customer, amy, amy, handOver, resolved],
    5,
    amy,
  ],
  ['a hand-over after the rating changes nothing', [customer, amy, resolved, handOver, handOver], 3, amy],
  ['who resolves another’s conversation earns nothing', [customer, amy, { kind: 'step', by: bo }], 3, amy],
  ['a farewell from somebody else earns nothing', [customer, amy, amy, bo, resolved], 5, amy],
  ['many replies after the resolution earn nothing', [customer, amy, resolved, bo, bo, bo], 3, amy],
  [
    'closed early, reopened, then solved by another: the last resolution counts',
    [customer, amy, resolved, customer, bo, bo, resolved],
    7,
    bo,
  ],
  [
    'closed early and reopened by the same: still theirs',
    [amy, resolved, customer, amy, bo, resolved],
    6,
    amy,
  ],
  [
    'recalled messages do not count',
    [amy, amy, { by: bo, recalled: true }, { by: bo, recalled: true }, { by: bo, recalled: true }, resolved],
    6,
    amy,
  ],
  ['notes do not count', [amy, note(bo), note(bo), note(bo), resolved], 5, amy],
  ['automatic words do not count', [{ by: 'system' }, { by: 'system' }, amy, resolved], 4, amy],
])('%s', (_, lines, resolvedSeq, staffId) => {
  expect(creditOf(thread(...lines), resolvedSeq)?.staffId).toBe(staffId)
})

test('where no human replied nobody is credited', () => {
  expect(creditOf(thread(customer, { by: 'system' }, note(amy), resolved), 4)).toBeNull()
  expect(creditOf(thread(customer, resolved, amy), 2)).toBeNull()
})

test('the reasons are told: how many of how many, and whether it was a tie', () => {
  expect(creditOf(thread(amy, bo, amy, cy, bo, resolved), 6)).toEqual({
    staffId: bo,
    replies: 2,
    allReplies: 5,
    tied: true,
  })
  expect(creditOf(thread(amy, amy, bo, resolved), 4)).toEqual({
    staffId: amy,
    replies: 2,
    allReplies: 3,
    tied: false,
  })
})

const anyLine: fc.Arbitrary<Said> = fc.record({
  by: fc.constantFrom<Exclude<Said['by'], undefined>>(amy, bo, cy, 'customer', 'system'),
  kind: fc.constantFrom<CreditLine['kind']>('message', 'message', 'message', 'note', 'step'),
  recalled: fc.boolean(),
})
const anyThread = fc.array(anyLine, { maxLength: 40 })

test('whatever is written after the resolution, and whoever gets the conversation then, the credit stays', () => {
  fc.assert(
    fc.property(anyThread, anyThread, (before, after) => {
      const at = before.length
      expect(creditOf(thread(...before, ...after), at)).toEqual(creditOf(thread(...before), at))
    }),
  )
})

test('notes, steps, recalled messages and the customer’s words between the replies change nothing', () => {
  fc.assert(
    fc.property(anyThread, (lines) => {
      const all = thread(...lines)
      const replies = all.filter(
        ({ kind, authorKind, recalled }) => kind === 'message' && authorKind === 'staff' && !recalled,
      )
      expect(creditOf(all, all.length)).toEqual(creditOf(replies, all.length))
    }),
  )
})

test('nobody has more replies than the one who is credited, and nobody with as many replied later', () => {
  fc.assert(
    fc.property(anyThread, (lines) => {
      const all = thread(...lines)
      const credit = creditOf(all, all.length)
      const repliesOf = (id: number) =>
        all.filter(
          (line) =>
            line.kind === 'message' && line.authorKind === 'staff' && !line.recalled && line.authorId === id,
        )
      for (const other of [amy, bo, cy]) {
        const theirs = repliesOf(other)
        if (theirs.length > 0) expect(credit).not.toBeNull()
        if (!credit || other === credit.staffId) continue
        expect(theirs.length).toBeLessThanOrEqual(credit.replies)
        if (theirs.length === credit.replies && credit.replies > 0)
          expect(theirs.at(-1)?.seq).toBeLessThan(repliesOf(credit.staffId).at(-1)?.seq ?? 0)
      }
    }),
  )
})
