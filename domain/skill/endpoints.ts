import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { languageTag, localized } from '../localized.ts'
import { done, id, idParam } from '../shape.ts'

const skillShape = z.object({
  id,
  /** Null: all brands use it. */
  brandId: id.nullable(),
  name: localized,
  archived: z.boolean(),
})

const level = z.number().int().min(1).max(5)
const day = z.iso.date().refine((date) => date >= '1900-01-01', 'day')

const heldSkill = z.object({ skillId: id, level, since: day, until: day.nullable() })
const heldLanguage = z.object({ language: languageTag, level, testedOn: day.nullable() })

export const skillEndpoints = {
  listSkills: endpoint({
    method: 'GET',
    path: '/api/skills',
    access: 'staff',
    summary: 'Skills of the brands that the viewer sees, archived ones too.',
    output: z.object({ skills: z.array(skillShape) }),
  }),
  createSkill: endpoint({
    method: 'POST',
    path: '/api/skills',
    access: 'skill.manage',
    summary: 'Names a skill; without a brand all of them use it.',
    body: z.object({ brandId: id.nullable().default(null), name: localized }),
    output: z.object({ skillId: id }),
  }),
  updateSkill: endpoint({
    method: 'PATCH',
    path: '/api/skills/:skillId',
    access: 'skill.manage',
    summary: 'Renames, archives or restores a skill.',
    params: z.object({ skillId: idParam }),
    body: z.object({ name: localized.optional(), archived: z.boolean().optional() }),
    output: done,
  }),
  listStaffSkills: endpoint({
    method: 'GET',
    path: '/api/staff-skills',
    access: 'staff.read',
    summary: 'Who can do what: skills and languages of the people whom the viewer sees.',
    output: z.object({
      people: z.array(
        z.object({ staffId: id, skills: z.array(heldSkill), languages: z.array(heldLanguage) }),
      ),
    }),
  }),
  setStaffSkills: endpoint({
    method: 'PUT',
    path: '/api/staff/:staffId/skills',
    access: 'skill.manage',
    summary: "Sets a person's skills and languages as a whole; skills of brands out of sight stay.",
    params: z.object({ staffId: idParam }),
    body: z.object({
      skills: z.array(heldSkill).max(200),
      languages: z.array(heldLanguage).max(100),
    }),
    output: done,
  }),
} as const
