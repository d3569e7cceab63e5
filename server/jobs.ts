import { assignmentJobs } from './assignment/jobs.ts'
import type { JobHandlers } from './platform/jobs/jobs.ts'
import { type Mail, mailJobs } from './platform/mail/mail.ts'
import type { Platform } from './platform/work.ts'
import { ratingJobs } from './rating/jobs.ts'
import { staffJobs } from './staff/jobs.ts'
import { widgetJobs } from './widget/jobs.ts'

/** What is done for each kind of job. */
export function jobHandlers(platform: Platform, mail: Mail): JobHandlers {
  return {
    ...mailJobs(mail),
    ...staffJobs(platform, mail),
    ...widgetJobs(platform, mail),
    ...assignmentJobs(platform),
    ...ratingJobs(platform, mail),
    ...widgetJobs(platform, mail),
  }
}
