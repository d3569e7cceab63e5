import type { EndpointOutput } from '../../domain/endpoint.ts'
import { isEffective } from '../../domain/skill/effective.ts'
import type { skillEndpoints } from '../../domain/skill/endpoints.ts'

export type Skill = EndpointOutput<typeof skillEndpoints.listSkills>['skills'][number]
export type PersonSkills = EndpointOutput<typeof skillEndpoints.listStaffSkills>['people'][number]

/** One cell of the matrix: the level, and why it does not count today. */
export interface Cell {
  readonly level: number
  readonly state: 'counts' | 'lapsed' | 'not_yet'
}

/** A person's cell for a skill on that day; null where they do not have it. */
export function skillCell(person: PersonSkills, skillId: number, day: string): Cell | null {
  const held = person.skills.find((one) => one.skillId === skillId)
  if (!held) return null
  if (isEffective(held, day)) return { level: held.level, state: 'counts' }
  return { level: held.level, state: held.since > day ? 'not_yet' : 'lapsed' }
}

/** A person's cell for a language. */
export function languageCell(person: PersonSkills, language: string): Cell | null {
  const held = person.languages.find((one) => one.language === language)
  return held ? { level: held.level, state: 'counts' } : null
}

/** Every language that somebody has, the most common first. */
export function languagesOf(people: readonly PersonSkills[]): string[] {
  const counts = new Map<string, number>()
  for (const { language } of people.flatMap((person) => person.languages)) {
    counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([language]) => language)
}

/** Today in the viewer's time zone, as `2026-11-11`. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}
