import { languageReader } from './message/readers.ts'
import type { Reader } from './platform/event-log/reader.ts'

/** Everything that follows the log with a cursor of its own. */
export const allReaders: readonly Reader<never>[] = [languageReader as Reader<never>]
