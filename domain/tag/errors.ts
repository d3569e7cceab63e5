import { refusals } from '../refusal.ts'

export const tagRefusals = refusals({
  tag_not_found: { status: 404, message: 'There is no such tag in this brand.' },
  tag_name_taken: { status: 409, message: 'A tag of this name is here already.' },
})
