import { describe, expect, it } from 'vitest'
import { mergeRows, rowsOf } from './list-cache.ts'
import { listPage, listRow, minute } from './list-rows.fixture.ts'

const me = 7
const unread = () => 0
const ids = (pages: ReturnType<typeof mergeRows>) => rowsOf(pages).map((row) => row.id)

describe('rows that change while a list is open', () => {
  it('come into the queue behind those who have waited longer', () => {
    const pages = [listPage([listRow({ id: 1 }), listRow({ id: 3 })])]
    expect(ids(mergeRows(pages, [listRow({ id: 2 })], { view: 'queue' }, me, unread))).toEqual([1, 2, 3])
  })

  it('leave the queue when somebody takes them, and come into mine when it is me', () => {
    const taken = listRow({ id: 1, state: 'in_service', assigneeId: me })
    expect(ids(mergeRows([listPage([listRow({ id: 1 })])], [taken], { view: 'queue' }, me, unread))).toEqual(
      [],
    )
    expect(ids(mergeRows([listPage([])], [taken], { view: 'mine' }, me, unread))).toEqual([1])
  })

  it('move to the top of mine when the customer writes, and keep what was read', () => {
    const mine = (id: number, at: number) =>
      listRow({ id, state: 'in_service', assigneeId: me, lastMessageAt: minute(at), readSeq: 4 })
    const pages = [listPage([mine(2, 2), mine(1, 1)])]
    const merged = mergeRows(pages, [{ ...mine(1, 9), lastSeq: 5 }], { view: 'mine' }, me, unread)
    expect(ids(merged)).toEqual([1, 2])
    expect(rowsOf(merged)[0]).toMatchObject({ readSeq: 4, lastSeq: 5 })
  })

  it('come into the lists by deadline as their clocks stand, the nearest first', () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const due = (id: number, hours: number) => listRow({ id, dueAt: inHours(hours), dueKind: 'round' })
    const rows = [due(1, 3), due(2, 1), due(3, -1), listRow({ id: 4 })]
    expect(ids(mergeRows([listPage([])], rows, { view: 'due' }, me, unread))).toEqual([2, 1])
    expect(ids(mergeRows([listPage([])], rows, { view: 'overdue' }, me, unread))).toEqual([3])
    expect(ids(mergeRows([listPage([])], rows, { view: 'due', mine: true }, me, unread))).toEqual([])
  })

  it('stay out of a list whose filter they do not fit', () => {
    const row = listRow({ id: 5, shopId: 2, tagIds: [9] })
    expect(ids(mergeRows([listPage([])], [row], { view: 'queue', shopId: 1 }, me, unread))).toEqual([])
    expect(ids(mergeRows([listPage([])], [row], { view: 'queue', shopId: 2, tagId: 9 }, me, unread))).toEqual(
      [5],
    )
  })

  it('wait for their page when they stand below what is loaded', () => {
    const pages = [listPage([listRow({ id: 1 })], 'more')]
    expect(mergeRows(pages, [listRow({ id: 8 })], { view: 'queue' }, me, unread)).toEqual(pages)
  })

  it('never stand in a list twice, even across pages', () => {
    const pages = [
      listPage([listRow({ id: 1 }), listRow({ id: 2 })], 'a'),
      listPage([listRow({ id: 2 }), listRow({ id: 3 })]),
    ]
    expect(
      ids(mergeRows(pages, [listRow({ id: 3, waitingSince: minute(0) })], { view: 'queue' }, me, unread)),
    ).toEqual([3, 1, 2])
  })
})
