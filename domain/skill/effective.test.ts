import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectiveSkills, isEffective, languageLevel } from './effective.ts'

test('a skill counts from its first day to its last, both included', () => {
  const skill = { since: '2026-03-01', until: '2026-11-11' }
  expect(isEffective(skill, '2026-02-28')).toBe(false)
  expect(isEffective(skill, '2026-03-01')).toBe(true)
  expect(isEffective(skill, '2026-11-11')).toBe(true)
  expect(isEffective(skill, '2026-11-12')).toBe(false)
  expect(isEffective({ since: '2026-03-01', until: null }, '2099-01-01')).toBe(true)
})

test('what has lapsed or not begun is not among the levels', () => {
  const held = [
    { skillId: 1, level: 3, since: '2026-01-01', until: null },
    { skillId: 2, level: 5, since: '2026-01-01', until: '2026-01-31' },
    { skillId: 3, level: 4, since: '2026-12-01', until: null },
  ]
  expect([...effectiveSkills(held, '2026-06-01')]).toEqual([[1, 3]])
})

test('the exact language goes before the same one of another region', () => {
  const held = [
    { language: 'pt', level: 4 },
    { language: 'pt-BR', level: 2 },
  ]
  expect(languageLevel(held, 'pt-BR', 'en')).toBe(2)
  expect(languageLevel(held, 'pt-PT', 'en')).toBe(4)
  expect(languageLevel(held, 'en', 'en')).toBe(0)
})

test('who has declared nothing is at home in the language of their console, and in no other', () => {
  expect(languageLevel([], 'zh', 'zh-CN')).toBe(5)
  expect(languageLevel([], 'zh-TW', 'zh-CN')).toBe(5)
  expect(languageLevel([], 'en', 'zh-CN')).toBe(0)
})

test('a level is always one that somebody declared, or none, or the best', () => {
  const tag = fc.constantFrom('zh-CN', 'zh', 'en', 'pt-BR', 'pt')
  const held = fc.array(fc.record({ language: tag, level: fc.integer({ min: 1, max: 5 }) }))
  fc.assert(
    fc.property(held, tag, (languages, asked) => {
      const level = languageLevel(languages, asked, 'en')
      expect([0, ...languages.map((one) => one.level), ...(languages.length ? [] : [5])]).toContain(level)
    }),
  )
})
