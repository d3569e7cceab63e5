import type { JobHandlers } from '../platform/jobs/jobs.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { Platform } from '../platform/work.ts'
import { renewedLink } from './actions/invitations.ts'
import { resetLinkFor } from './actions/password-reset.ts'
import { invitationMail, resetMail } from './mails.ts'

/** The mails with links. Each link is made when its mail is sent, so that no job holds a secret. */
export function staffJobs(platform: Platform, mail: Mail): JobHandlers {
  return {
    mail_password_reset: async ({ email, origin }: { email: string; origin: string }) => {
      const made = await resetLinkFor(platform, email, origin)
      if (!made) return
      const { staff, link } = made
      await mail.send({ to: staff.email, ...resetMail(staff.language, staff.name, link) })
    },
    mail_invitation: async (job: { invitationId: number; origin: string; language: string }) => {
      const made = await renewedLink(platform, job.invitationId, job.origin)
      if (made) await mail.send({ to: made.email, ...invitationMail(job.language, made.name, made.link) })
    },
  }
}
