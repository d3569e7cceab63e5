import { refusals } from '../refusal.ts'

export const topicRefusals = refusals({
  topic_not_found: { status: 404, message: 'There is no such topic in this brand.' },
  topic_too_deep: { status: 422, message: 'Topics have at most four levels. Choose a parent higher up.' },
})
