import { z } from 'zod'
import { event, events } from '../event.ts'
import { languageTag } from '../localized.ts'
import { id } from '../shape.ts'

const level = z.number().int()

export const skillEvents = events({
  'skill.created': event(1, { skillId: id }),
  'skill.changed': event(1, { skillId: id }),
  'skill.person_set': event(1, {
    staffId: id,
    skills: z.array(z.object({ skillId: id, level })),
    languages: z.array(z.object({ language: languageTag, level })),
  }),
})
