import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './links.ts'

const links = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? [])

test('addresses become links, without the sentence’s own stops', () => {
  expect(links('See https://a.example/x?y=1#z.')).toEqual(['https://a.example/x?y=1#z'])
  expect(links('订单见https://a.example/1。谢谢')).toEqual(['https://a.example/1'])
  expect(links('(www.a.example/b_(c))')).toEqual(['https://www.a.example/b_(c)'])
  expect(links('“https://a.example”，http://b.example！')).toEqual(['https://a.example', 'http://b.example'])
})

test('nothing but http and https is ever opened', () => {
  expect(links('javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a')).toEqual([])
  expect(links('https://')).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      links(text).every((href) => /^https?:/i.test(href)),
    ),
  )
})

test('not a character of the text is lost', () => {
  const text = fc
    .array(fc.constantFrom('https://', 'www.', 'a.b', ')', '。', ' ', '/x', '<b>', '\n'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      text,
      (any) =>
        piecesOf(any)
          .map((piece) => piece.text)
          .join('') === any,
    ),
  )
})
