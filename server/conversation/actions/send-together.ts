import { randomBytes } from 'node:crypto'
import type { Source } from '../../../domain/conversation/source.ts'
import { gathering } from '../../platform/gathering.ts'
import { onPool } from '../../platform/statement.ts'
import { databaseCode, type Platform } from '../../platform/work.ts'
import type { NewConversation, SentLine, VisitorLine } from '../store/send.ts'
import { appendVisitorLines, startConversations } from '../store/send-many.ts'

export interface VisitorMessage extends VisitorLine {
  readonly source: Source
  /** The sender knows of no open conversation, so that starting one is tried first. */
  readonly opens: boolean
}

/** Statements under way at once, and most messages of one: more would make the first of them wait for the last. */
const lanes = 2
const most = 64

export interface Together {
  /** Appends to an open conversation; null when the message has to go the single way. */
  append(line: VisitorLine): Promise<SentLine | null>
  /** Starts a conversation; null likewise. */
  start(first: NewConversation): Promise<SentLine | null>
}

const byPlatform = new WeakMap<Platform, Together>()

/**
 * Where the messages of this process meet that come in at the same moment. Its statements wait for no lock, also
 * not for a message that comes alone: one talk that is held must not hold up the others.
 */
export function together(platform: Platform): Together {
  const known = byPlatform.get(platform)
  if (known) return known
  const run = onPool(platform)
  const apart = (line: VisitorLine) => line.tokenHash.toString('latin1')
  const made: Together = {
    append: gathering<VisitorLine, SentLine | null>({
      lanes,
      most,
      apart,
      run: (lines) => orEachAlone(lines.length, () => appendVisitorLines(run, lines, platform.now())),
    }),
    start: gathering<NewConversation, SentLine | null>({
      lanes,
      most,
      apart,
      run: (firsts) => orEachAlone(firsts.length, () => startConversations(run, firsts, platform.now())),
    }),
  }
  byPlatform.set(platform, made)
  return made
}

/** The first message as a new conversation's. */
export function opening(message: VisitorMessage): NewConversation {
  return {
    ...message,
    publicId: randomBytes(16).toString('hex'),
    pageLanguage: message.source.language ?? null,
  }
}

/** One that breaks a rule of the database breaks the statement of all: then each goes the single way. */
async function orEachAlone(
  count: number,
  send: () => Promise<(SentLine | null)[]>,
): Promise<(SentLine | null)[]> {
  try {
    return await send()
  } catch (error) {
    const code = databaseCode(error)
    if (!code?.startsWith('23') && !code?.startsWith('40')) throw error
    return new Array<SentLine | null>(count).fill(null)
  }
}
