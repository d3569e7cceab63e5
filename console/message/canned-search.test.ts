import { describe, expect, it } from 'vitest'
import { type CannedReply, searchCanned, slashBefore } from './canned-search.ts'

const reply = (id: number, shortcut: string, zh: string, more: Partial<CannedReply> = {}): CannedReply => ({
  id,
  brandId: 1,
  ownerId: null,
  shortcut,
  text: { 'zh-CN': zh, en: `en ${shortcut}` },
  used: 0,
  ...more,
})

describe('typing / in the composer', () => {
  it('opens canned replies at the start and after a blank, not inside a word or an address', () => {
    expect(slashBefore('/', 1)).toEqual({ from: 0, query: '' })
    expect(slashBefore('好的 /发货', 6)).toEqual({ from: 3, query: '发货' })
    expect(slashBefore('1/2', 3)).toBeNull()
    expect(slashBefore('https://a', 9)).toBeNull()
  })

  it('finds by shortcut first and then by the words, own before shared', () => {
    const all = [
      reply(1, 'thanks', '发货后会通知您'),
      reply(2, '发货', '今天发货'),
      reply(3, '发货时间', '48 小时内', { ownerId: 7 }),
    ]
    expect(searchCanned(all, '发货', 'zh-CN').map((found) => found.reply.id)).toEqual([2, 3, 1])
    expect(searchCanned(all, '', 'zh-CN')[0]?.reply.id).toBe(3)
    expect(searchCanned(all, 'nothing', 'zh-CN')).toEqual([])
  })

  it("answers in the customer's language where there is one", () => {
    expect(searchCanned([reply(1, 'hi', '您好')], 'hi', 'en-GB')[0]?.text).toBe('en hi')
    expect(searchCanned([reply(1, 'hi', '您好')], 'hi', 'zh-TW')[0]?.text).toBe('您好')
  })
})
