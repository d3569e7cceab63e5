import { expect, test } from 'vitest'
import { languagesOf, type PersonSkills, skillCell } from './skill-rows.ts'

const person = (languages: string[]): PersonSkills => ({
  staffId: 1,
  skills: [{ skillId: 7, level: 4, since: '2026-03-01', until: '2026-11-11' }],
  languages: languages.map((language) => ({ language, level: 3, testedOn: null })),
})

test('a cell says why a level does not count today', () => {
  const states = ['2026-02-28', '2026-03-01', '2026-11-12'].map((day) => skillCell(person([]), 7, day)?.state)
  expect(states).toEqual(['not_yet', 'counts', 'lapsed'])
  expect(skillCell(person([]), 8, '2026-03-01')).toBeNull()
})

test('the languages that most people have come first', () => {
  expect(languagesOf([person(['en', 'ja']), person(['ja']), person(['de'])])).toEqual(['ja', 'de', 'en'])
})
