import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanguage } from '../../domain/localized.ts'
import { languageOf, shopText, tagOf } from './language.ts'
import { relativeTime } from './time.ts'
import { wordsIn } from './words.ts'

test('the tag’s language goes before the page’s, the page’s before the browser’s', () => {
  expect(languageOf(['zh-CN', 'en', 'de'])).toBe('zh-CN')
  expect(languageOf([undefined, '', 'zh_TW'])).toBe('zh-TW')
  expect(languageOf([undefined, 'not a tag', null])).toBe('en')
  expect(tagOf('EN-us')).toBe('en-us')
})

test('shop texts fall back as the domain says, for every set of texts', () => {
  const tag = fc.constantFrom('zh-CN', 'zh-TW', 'en', 'en-GB', 'pt-BR', 'pt', 'de')
  const texts = fc.dictionary(tag, fc.constantFrom('', 'a', 'b', 'c'))
  fc.assert(
    fc.property(texts, tag, (text, language) => shopText(text, language) === inLanguage(text, language)),
  )
})

test('every Chinese reads Chinese, everybody else English', () => {
  expect(wordsIn('zh-TW')('send')).toBe('发送')
  expect(wordsIn('ar')('send')).toBe('Send')
  expect(wordsIn('en')('openUnread', { count: 3 })).toBe('Contact us, 3 new')
})

test('times are said as people say them', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const say = wordsIn('en')
  expect(relativeTime(now - 20_000, now, 'en', say)).toBe('Just now')
  expect(relativeTime(now - 5 * 60_000, now, 'en', say)).toBe('5 min. ago')
  expect(relativeTime(now + 5000, now, 'zh-CN', wordsIn('zh'))).toBe('刚刚')
})
