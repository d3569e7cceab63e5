import { describe, expect, it } from 'vitest'
import { doubtsAbout } from './send-check.ts'

const me = 7

describe('before a reply goes out', () => {
  it('it is asked again when a colleague has the conversation', () => {
    expect(doubtsAbout('ok', { assigneeId: 8, assigneeName: 'Ada' }, me)).toEqual([
      { kind: 'others', name: 'Ada' },
    ])
    expect(doubtsAbout('ok', { assigneeId: me, assigneeName: 'Me' }, me)).toEqual([])
    expect(doubtsAbout('ok', { assigneeId: null, assigneeName: null }, me)).toEqual([])
  })

  it('it is asked again when a variable was left open', () => {
    expect(doubtsAbout('单号 {{order.number}}', { assigneeId: me, assigneeName: null }, me)).toEqual([
      { kind: 'unfilled', names: ['order.number'] },
    ])
  })
})
