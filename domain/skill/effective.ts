/** A skill that somebody has, with its level from 1 to 5 and the days on which it counts. */
export interface HeldSkill {
  readonly skillId: number
  readonly level: number
  /** First day, `2026-11-11`. */
  readonly since: string
  /** Last day; null where it does not lapse. */
  readonly until: string | null
}

/** Whether a skill counts on that day: begun, and not lapsed. */
export function isEffective(skill: Pick<HeldSkill, 'since' | 'until'>, day: string): boolean {
  return skill.since <= day && (skill.until === null || skill.until >= day)
}

/** Level of each skill that counts on that day. */
export function effectiveSkills(skills: readonly HeldSkill[], day: string): ReadonlyMap<number, number> {
  return new Map(skills.flatMap((held) => (isEffective(held, day) ? [[held.skillId, held.level]] : [])))
}

/** A language that somebody writes, with its level from 1 to 5. */
export interface HeldLanguage {
  readonly language: string
  readonly level: number
}

const bestLevel = 5

/**
 * How well somebody writes a language, 0 where not at all. A region does not part people (`pt` serves `pt-BR`), but the
 * exact tag goes before. Who has declared no language is taken to be at home in that of their console.
 */
export function languageLevel(
  held: readonly HeldLanguage[],
  language: string,
  consoleLanguage: string,
): number {
  const all = held.length > 0 ? held : [{ language: consoleLanguage, level: bestLevel }]
  const exact = all.find((one) => one.language.toLowerCase() === language.toLowerCase())
  if (exact) return exact.level
  const same = all.filter((one) => baseOf(one.language) === baseOf(language))
  return Math.max(0, ...same.map((one) => one.level))
}

function baseOf(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}
