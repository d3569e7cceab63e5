import type { JobHandlers } from '../platform/jobs/jobs.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { Platform } from '../platform/work.ts'
import { mailRating } from './actions/mail.ts'

/** Mails with the link to rate, to customers who have left. */
export function ratingJobs(platform: Platform, mail: Mail): JobHandlers {
  return {
    mail_rating: async ({ ratingId }: { ratingId: number }) => {
      await mailRating(platform, mail, ratingId)
    },
  }
}
