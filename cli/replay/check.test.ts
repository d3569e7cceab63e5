import { describe, expect, it } from 'vitest'
import { compare } from './check.ts'

const hello = { from: 'customer', text: '在吗' } as const
const answer = { from: 'agent', text: '在的，您请说' } as const
const question = { from: 'customer', text: '什么时候发货' } as const

describe('a replay', () => {
  it('is content when every line is there once and in order', () => {
    expect(compare([hello, answer, question], [hello, answer, question])).toEqual([])
  })

  it('notices a line that was lost', () => {
    expect(compare([hello, answer, question], [hello, question])[0]).toBe(
      '3 lines were acknowledged, 2 are there.',
    )
  })

  it('notices a line that is there twice', () => {
    expect(compare([hello, answer], [hello, hello, answer])).not.toEqual([])
  })

  it('notices lines that changed places', () => {
    expect(compare([hello, answer, question], [hello, question, answer])).toHaveLength(2)
  })

  it('notices a line that reads otherwise than it was sent', () => {
    expect(compare([hello], [{ ...hello, text: '在' }])).toEqual([
      'line 1 should be customer "在吗" and is customer "在".',
    ])
  })
})
