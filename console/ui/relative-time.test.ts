import { expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 4, 20, 12)
const minute = 60_000
const ago = (ms: number, language = 'en') =>
  relativeTime(now - ms, now, language, language === 'en' ? 'just now' : '刚刚')

test('times are told as people tell them, in both languages', () => {
  expect(ago(20_000)).toBe('just now')
  expect(ago(20_000, 'zh-CN')).toBe('刚刚')
  expect(ago(5 * minute)).toBe('5 min. ago')
  expect(ago(5 * minute, 'zh-CN')).toBe('5分钟前')
  expect(ago(3 * 60 * minute, 'zh-CN')).toBe('3小时前')
  expect(ago(26 * 60 * minute)).toBe('yesterday')
})

test('beyond a week the date stands, with the year where it is another one', () => {
  expect(ago(10 * 24 * 60 * minute)).toBe('May 10')
  expect(ago(400 * 24 * 60 * minute, 'zh-CN')).toContain('2025')
})
