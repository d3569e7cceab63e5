import type { JobHandlers } from '../platform/jobs/jobs.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { Platform } from '../platform/work.ts'
import { mailAnswers } from './actions/answer-mail.ts'

/** Mails to customers who have left. */
export function widgetJobs(platform: Platform, mail: Mail): JobHandlers {
  return {
    mail_answers: async ({ conversationId }: { conversationId: number }) => {
      await mailAnswers(platform, mail, conversationId)
    },
  }
}
