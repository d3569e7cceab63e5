import { describe, expect, it } from 'vitest'
import { atBefore, mentionedIn, replaceSpan } from './mention.ts'

describe('mentioning a colleague', () => {
  it('begins with @ at the start, after a blank and after Han text, not in a mail address', () => {
    expect(atBefore('@Ad', 3)).toEqual({ from: 0, query: 'Ad' })
    expect(atBefore('请@王', 3)).toEqual({ from: 1, query: '王' })
    expect(atBefore('ask @', 5)).toEqual({ from: 4, query: '' })
    expect(atBefore('a@b', 3)).toBeNull()
  })

  it('counts only while the name stands in the note', () => {
    const picked = [
      { id: 1, name: '王芳' },
      { id: 2, name: 'Ada Lim' },
    ]
    expect(mentionedIn('请 @王芳 看一下', picked)).toEqual([1])
    expect(mentionedIn('nobody', picked)).toEqual([])
  })

  it('puts the name where the query stood', () => {
    expect(replaceSpan('请@王看', 1, 3, '@王芳 ')).toEqual({ text: '请@王芳 看', caret: 5 })
  })
})
