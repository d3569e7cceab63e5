import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { Localized } from '../../domain/localized.ts'
import type { HeldSkill } from '../../domain/skill/effective.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { accessBrand, brandsSeen } from '../brand/access.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import type { Tx, Work } from '../platform/work.ts'
import { requireLed, staffSeen } from '../presence/access.ts'
import { accessSkill, mayManage } from './access.ts'
import {
  insertSkill,
  type LanguageHeld,
  lockPerson,
  replaceLanguages,
  replaceSkills,
  selectPeople,
  selectSkills,
  updateSkillRow,
} from './store.ts'

/** Skills of the brands that the viewer sees, and those that all brands use. */
export async function listSkills(tx: Tx, viewer: Viewer) {
  return { skills: await selectSkills(tx, await brandsSeen(tx, viewer)) }
}

/** Names a skill. Refuses `brand_not_found`, `not_allowed`. */
export async function createSkill(
  work: Work,
  viewer: Viewer,
  input: { readonly brandId: number | null; readonly name: Localized },
): Promise<number> {
  if (input.brandId !== null) await accessBrand(work.tx, viewer, input.brandId)
  if (!mayManage(viewer, input.brandId)) throw refuse('not_allowed')
  const skillId = await insertSkill(work.tx, input.brandId, input.name, work.now)
  await appendSkillEvent(work, 'skill.created', input.brandId, skillId)
  return skillId
}

/** Renames, archives or restores; who has an archived skill keeps it, but it no longer counts. */
export async function updateSkill(
  work: Work,
  viewer: Viewer,
  skillId: number,
  change: { readonly name?: Localized | undefined; readonly archived?: boolean | undefined },
): Promise<void> {
  const row = await accessSkill(work.tx, viewer, skillId)
  await updateSkillRow(work.tx, skillId, change, work.now)
  await appendSkillEvent(work, 'skill.changed', row.brandId, skillId)
}

async function appendSkillEvent(
  work: Work,
  name: 'skill.created' | 'skill.changed',
  brandId: number | null,
  skillId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { skillId }, audience: [audience.everybody] })
}

/** Skills and languages of the people whom the viewer sees. */
export async function listStaffSkills(tx: Tx, viewer: Viewer) {
  return { people: await selectPeople(tx, await staffSeen(tx, viewer), await brandsSeen(tx, viewer)) }
}

/**
 * Makes these the person's skills and languages; saying it twice says nothing new.
 * Refuses `presence_not_found`, `skill_not_found`, `skill_named_twice`, `skill_dates_crossed`.
 */
export async function setStaffSkills(
  work: Work,
  viewer: Viewer,
  staffId: number,
  wanted: { readonly skills: readonly HeldSkill[]; readonly languages: readonly LanguageHeld[] },
): Promise<void> {
  const { skills, languages } = wanted
  await requireLed(work.tx, viewer, [staffId], 'skill.manage')
  if (!allOnce(skills.map((held) => held.skillId)) || !allOnce(languages.map((held) => held.language))) {
    throw refuse('skill_named_twice')
  }
  const crossed = skills.find((held) => held.until !== null && held.until < held.since)
  if (crossed) throw refuse('skill_dates_crossed', { skillId: crossed.skillId })
  const brands = await brandsSeen(work.tx, viewer)
  const known = new Set((await selectSkills(work.tx, brands)).map((skill) => skill.id))
  const unknown = skills.find((held) => !known.has(held.skillId))
  if (unknown) throw refuse('skill_not_found', { skillId: unknown.skillId })
  await lockPerson(work.tx, staffId)
  await replaceSkills(work.tx, staffId, skills, brands)
  await replaceLanguages(work.tx, staffId, languages)
  await appendEvent(work, {
    name: 'skill.person_set',
    brandId: null,
    data: {
      staffId,
      skills: skills.map(({ skillId, level }) => ({ skillId, level })),
      languages: languages.map(({ language, level }) => ({ language, level })),
    },
    audience: [audience.everybody],
  })
}

function allOnce(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
