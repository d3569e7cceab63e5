import { describe, expect, it } from 'vitest'
import { afterDone, neighbour, readInboxSearch, readView, scopeOf } from './inbox-search.ts'

describe('the address of the inbox', () => {
  it('says the whole view', () => {
    const search = readInboxSearch({ c: '12', shop: 3, tag: '4', panel: '1' })
    expect(search).toEqual({ c: 12, shop: 3, tag: 4, panel: 1 })
    expect(readView('queue')).toBe('queue')
    expect(scopeOf('queue', search)).toEqual({ view: 'queue', shopId: 3, tagId: 4 })
  })

  it('says which list by deadline, and whose', () => {
    expect(readView('overdue')).toBe('overdue')
    const search = readInboxSearch({ mine: '1', shop: 3, team: 2, tag: 4 })
    expect(scopeOf('overdue', search)).toEqual({ view: 'overdue', shopId: 3, teamId: 2, mine: true })
  })

  it('leaves out what no inbox has', () => {
    expect(readInboxSearch({ c: 'abc', shop: -1, tag: 0.5 })).toEqual({})
    expect(readView('everything')).toBe('mine')
  })
})

describe('moving through the list by keyboard', () => {
  it('stops at both ends and begins at the top', () => {
    expect(neighbour([1, 2, 3], 2, 1)).toBe(3)
    expect(neighbour([1, 2, 3], 3, 1)).toBe(3)
    expect(neighbour([1, 2, 3], 1, -1)).toBe(1)
    expect(neighbour([1, 2, 3], undefined, 1)).toBe(1)
    expect(neighbour([], 4, 1)).toBeUndefined()
  })

  it('goes on to the next one when a conversation is done', () => {
    expect(afterDone([1, 2, 3], 2)).toBe(3)
    expect(afterDone([1, 2, 3], 3)).toBe(2)
    expect(afterDone([1], 1)).toBeUndefined()
  })
})
