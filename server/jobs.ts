import type { JobHandlers } from './platform/jobs/jobs.ts'
import type { Platform } from './platform/work.ts'

/** What is done for each kind of job. */
export function jobHandlers(_platform: Platform): JobHandlers {
  return {}
}
