import type { Reader } from './platform/event-log/reader.ts'
import { ratingInvitationReader } from './rating/readers.ts'
import { answerMailReader } from './widget/readers.ts'

/** Everything that follows the log with a cursor of its own. */
export const allReaders: readonly Reader<never>[] = [
  answerMailReader as Reader<never>,
  ratingInvitationReader as Reader<never>,
]
