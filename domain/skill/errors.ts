import { refusals } from '../refusal.ts'

export const skillRefusals = refusals({
  skill_not_found: { status: 404, message: 'There is no such skill, or you may not see it.' },
  skill_named_twice: {
    status: 422,
    message: 'A skill or a language stands in the list twice. Keep one of them.',
  },
  skill_dates_crossed: { status: 422, message: 'The last day is before the first one.' },
})
