import { describe, expect, it } from 'vitest'
import { readScript, wordsOnly } from './script.ts'

const language = (tag: string) => ({ kind: 'language', language: tag })

describe('script', () => {
  it.each([
    ['退款', 'zh'],
    ['請問什麼時候出貨', 'zh'],
    ['我的 iPhone 15 Pro Max 屏幕碎了', 'zh'],
    ['まだ届きません', 'ja'],
    ['返品希望、送料無料の対象', 'ja'],
    ['応募検討', 'ja'],
    ['환불해 주세요', 'ko'],
    ['변수(變數)가 있는 주문', 'ko'],
    ['ขอคืนเงิน', 'th'],
    ['Πού είναι το δέμα μου', 'el'],
    ['Де моє замовлення? Їх немає', 'uk'],
    ['بسته من کجاست پس', 'fa'],
  ])('reads %s as %s by its letters alone', (text, tag) => {
    expect(readScript(text)).toEqual(language(tag))
  })

  it.each([
    '👍👍🎉',
    '12345',
    'https://shop.example/p/88',
    'mei@shop.example',
    'SF1234567890',
    '',
    '？？！',
    '[图片]',
  ])('finds no language in %j', (text) => {
    expect(readScript(text)).toEqual({ kind: 'nothing' })
  })

  it('leaves a single の inside Chinese to Chinese', () => {
    expect(readScript('优の良品旗舰店的衣服什么时候到货')).toEqual(language('zh'))
  })

  it('keeps Chinese that touches a number', () => {
    expect(wordsOnly('买了20年的')).toBe('买了 年的')
  })

  it('leaves Latin letters to the model and names the language whose own letters stand there', () => {
    expect(readScript('Gdzie jest łódka')).toMatchObject({ kind: 'latin', hint: 'pl' })
    expect(readScript('where is it')).toMatchObject({ kind: 'latin', hint: null, letters: 9 })
  })

  it('names Russian as the usual one where Cyrillic does not tell', () => {
    expect(readScript('Спасибо')).toMatchObject({ kind: 'several', usual: 'ru' })
  })
})
