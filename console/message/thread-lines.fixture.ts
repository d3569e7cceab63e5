import type { MessageView } from '../../domain/message/endpoints.ts'

/** A message of the customer of which only what the test is about is said. */
export function threadLine(line: Partial<MessageView> & { seq: number }): MessageView {
  return {
    id: line.seq,
    conversationId: 1,
    kind: 'message',
    authorKind: 'customer',
    authorId: 1,
    authorName: null,
    text: `line ${line.seq}`,
    data: null,
    language: null,
    files: [],
    mentions: [],
    createdAt: new Date(Date.UTC(2026, 10, 11, 4, line.seq)).toISOString(),
    recalledAt: null,
    key: null,
    ...line,
  }
}
