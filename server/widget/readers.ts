import type { Reader } from '../platform/event-log/reader.ts'
import { noteAnswers } from './actions/answer-mail.ts'

/** Notes answers that may have to go out by mail, because the customer may have left. */
export const answerMailReader: Reader<number[]> = {
  name: 'answer_mail',
  prepare: async (events) => {
    const answers = events.filter(
      ({ name, data }) => name === 'message.appended' && data.kind === 'message' && data.by === 'staff',
    )
    return [...new Set(answers.map((event) => Number(event.data.conversationId)))]
  },
  apply: (work, conversationIds) => noteAnswers(work, conversationIds),
}
