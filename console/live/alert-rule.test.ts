import { describe, expect, it } from 'vitest'
import { listRow } from '../conversation/list-rows.fixture.ts'
import { alertFor } from './alert-rule.ts'

const me = 7

describe('a person who looks elsewhere is told', () => {
  it('of a conversation that is new in the queue, once', () => {
    const row = listRow({ id: 1, lastSeq: 1 })
    expect(alertFor(row, me, undefined)).toBe('new_in_queue')
    expect(alertFor({ ...row, lastSeq: 2 }, me, 1)).toBeNull()
  })

  it('of new words of their own customer, not of their own words', () => {
    const row = listRow({ id: 1, lastSeq: 5, state: 'in_service', assigneeId: me })
    expect(alertFor(row, me, 4)).toBe('mine')
    expect(alertFor(row, me, 5)).toBeNull()
    expect(alertFor({ ...row, previewBy: 'staff' }, me, 4)).toBeNull()
  })

  it('of nothing in the hands of colleagues, and of no spam', () => {
    const row = listRow({ id: 1, lastSeq: 5, state: 'in_service', assigneeId: 8 })
    expect(alertFor(row, me, 4)).toBeNull()
    expect(alertFor(listRow({ id: 2, spam: true }), me, undefined)).toBeNull()
  })
})
