import type { z } from 'zod'
import type { cannedReplyEndpoints } from '../../domain/canned-reply/endpoints.ts'

/** A canned reply as it is listed. */
export type CannedReply = z.infer<
  typeof cannedReplyEndpoints.listCannedReplies.output
>['cannedReplies'][number]
