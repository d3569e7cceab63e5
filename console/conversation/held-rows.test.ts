import { describe, expect, it } from 'vitest'
import { hold, letIn } from './held-rows.ts'
import { listRow } from './list-rows.fixture.ts'

const row = (id: number, preview = '') => listRow({ id, preview })

describe('a list under the pointer', () => {
  it('keeps every place while words change and rows change their order', () => {
    const held = hold([row(1), row(2), row(3)], [row(3, 'new words'), row(1), row(2)])
    expect(held.rows.map(({ row }) => row.id)).toEqual([1, 2, 3])
    expect(held.rows[2]?.row.preview).toBe('new words')
    expect(held.heldBack).toBe(0)
  })

  it('counts what is new above instead of pushing down what is there', () => {
    const held = hold([row(1), row(2)], [row(9), row(8), row(1), row(2)])
    expect(held.rows.map(({ row }) => row.id)).toEqual([1, 2])
    expect(held.heldBack).toBe(2)
  })

  it('adds at the bottom what comes at the bottom', () => {
    const held = hold([row(1)], [row(1), row(2), row(3)])
    expect(held.rows.map(({ row }) => row.id)).toEqual([1, 2, 3])
    expect(held.heldBack).toBe(0)
  })

  it('leaves a row that somebody took where it was, marked as gone', () => {
    const held = hold([row(1), row(2)], [row(2)])
    expect(held.rows.map(({ gone }) => gone)).toEqual([true, false])
  })

  it('lets everything in when the pointer leaves', () => {
    expect(letIn([row(9), row(1)])).toMatchObject({ heldBack: 0, rows: [{ gone: false }, { gone: false }] })
  })
})
