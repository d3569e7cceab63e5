import { isHoldingReply } from '../../../domain/clock/holding.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { countUse } from '../../canned-reply/actions.ts'
import { accessConversationToChange, findKeyedLine } from '../../conversation/access.ts'
import { appendLine } from '../../conversation/actions/line.ts'
import { stateAfter } from '../../conversation/actions/pass.ts'
import { readyToAnswer } from '../../conversation/actions/ready.ts'
import { attachFiles } from '../../file/actions.ts'
import { giveNotice } from '../../notice/actions.ts'
import type { Work } from '../../platform/work.ts'
import { knownStaff } from '../store/message.ts'

export interface Written {
  readonly messageId: number
  readonly seq: number
  readonly createdAt: Date
}

export interface Reply {
  readonly conversationId: number
  readonly key: string
  readonly text: string
  readonly files: readonly string[]
  readonly cannedReplyId?: number | undefined
}

/** Answers the customer. A conversation that nobody has is taken by answering. */
export async function reply(work: Work, viewer: Viewer, input: Reply): Promise<Written> {
  const seen = await accessConversationToChange(work.tx, viewer, input.conversationId, 'conversation.reply')
  const earlier = await findKeyedLine(work.tx, seen, input.key)
  if (earlier) return earlier
  stateAfter(seen, 'staff_replies')
  const conversation = await readyToAnswer(work, seen, viewer.staffId)
  const { key, text } = input
  const line = await appendLine(
    work,
    conversation,
    {
      kind: 'message',
      authorKind: 'staff',
      authorId: viewer.staffId,
      text,
      key,
      hasFiles: input.files.length > 0,
      holding: input.files.length === 0 && isHoldingReply(text),
    },
    stateAfter(conversation, 'staff_replies'),
  )
  await attach(work, viewer, line.messageId, input.files)
  if (input.cannedReplyId !== undefined) await countUse(work, input.cannedReplyId)
  return { ...line, createdAt: work.now }
}

export interface Note {
  readonly conversationId: number
  readonly key: string
  readonly text: string
  readonly files: readonly string[]
  readonly mentions: readonly number[]
}

/** Writes a note for staff; those mentioned get a notice, once each. */
export async function addNote(work: Work, viewer: Viewer, input: Note): Promise<Written> {
  const conversation = await accessConversationToChange(
    work.tx,
    viewer,
    input.conversationId,
    'conversation.reply',
  )
  const earlier = await findKeyedLine(work.tx, conversation, input.key)
  if (earlier) return earlier
  const mentions = input.mentions.length > 0 ? await knownStaff(work.tx, [...new Set(input.mentions)]) : []
  const { key, text } = input
  const hasFiles = input.files.length > 0
  const line = await appendLine(work, conversation, {
    kind: 'note',
    authorKind: 'staff',
    authorId: viewer.staffId,
    text,
    key,
    hasFiles,
    mentions,
  })
  await attach(work, viewer, line.messageId, input.files)
  for (const staffId of mentions) {
    if (staffId === viewer.staffId) continue
    await giveNotice(work, { staffId, kind: 'mention', conversationId: conversation.id })
  }
  return { ...line, createdAt: work.now }
}

async function attach(
  work: Work,
  viewer: Viewer,
  messageId: number,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length > 0) await attachFiles(work, { fileIds, messageId, staffId: viewer.staffId })
}
