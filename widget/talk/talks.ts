import type { VisitorPush } from '../../domain/live/frames.ts'
import type { CustomerRating } from '../../domain/rating/endpoints.ts'
import type { VisitorConversation } from '../../domain/widget/endpoints.ts'
import type { OutboxEntry, Receipt } from '../outbox/outbox.ts'
import {
  emptyThread,
  highest,
  missingAfter,
  type Page,
  type Thread,
  withAfter,
  withEarlier,
  withLatest,
  withMessages,
  withRecall,
} from './thread.ts'

export interface Talk {
  readonly info: VisitorConversation
  /** Null until its messages have been read. */
  readonly thread: Thread | null
}

/** All the window knows of the visitor's talks. */
export interface Talks {
  /** Oldest first, open ones last. */
  readonly list: readonly Talk[]
  /** Whether the list was ever read. */
  readonly known: boolean
  /** The list must be read again. */
  readonly stale: boolean
  /** Where the socket resumes. */
  readonly position: string | null
}

/** Something to read from the server so that nothing is missing. */
export type Want =
  | { readonly what: 'list' }
  | { readonly what: 'latest'; readonly conversation: string }
  | { readonly what: 'after'; readonly conversation: string; readonly after: number; readonly upTo: number }

export const noTalks: Talks = { list: [], known: false, stale: true, position: null }

/** Puts the list in. What is held of each talk stays; numbers only grow. */
export function withList(
  talks: Talks,
  reply: { conversations: readonly VisitorConversation[]; position: string },
): Talks {
  const infos = new Map(talks.list.map((talk) => [talk.info.id, talk]))
  for (const info of reply.conversations) {
    const held = infos.get(info.id)
    infos.set(info.id, { info: held ? grown(held.info, info) : info, thread: held?.thread ?? null })
  }
  const position = talks.position ?? reply.position
  return { list: inOrder([...infos.values()]), known: true, stale: false, position }
}

function grown(held: VisitorConversation, got: VisitorConversation): VisitorConversation {
  return {
    ...got,
    lastSeq: Math.max(held.lastSeq, got.lastSeq),
    readSeq: Math.max(held.readSeq, got.readSeq),
    shopReadSeq: Math.max(held.shopReadSeq, got.shopReadSeq),
  }
}

function inOrder(list: readonly Talk[]): Talk[] {
  return [...list].sort(
    (a, b) => Number(a.info.open) - Number(b.info.open) || (a.info.startedAt < b.info.startedAt ? -1 : 1),
  )
}

/** Takes in what the socket says. Repeated, late and early pushes are harmless. */
export function withPush(talks: Talks, push: VisitorPush): Talks {
  switch (push.type) {
    case 'rating':
    case 'welcome':
      // Whatever was said while the line was down is looked for, not only trusted to be repeated.
      return { ...talks, stale: true, position: talks.position ?? push.position }
    case 'reset':
      return {
        list: talks.list.map((talk) => ({ ...talk, thread: null })),
        known: talks.known,
        stale: true,
        position: push.position,
      }
    case 'message': {
      const { message } = push
      return at(talks, push, ({ info, thread }) => ({
        info: {
          ...info,
          open: info.open || (message.by === 'me' && message.seq > info.lastSeq),
          lastSeq: Math.max(info.lastSeq, message.seq),
          lastMessageAt: message.createdAt,
        },
        thread: thread && withMessages(thread, [message]),
      }))
    }
    case 'recalled':
      return at(talks, push, (talk) => ({
        ...talk,
        thread: talk.thread && withRecall(talk.thread, push.seq),
      }))
    case 'read':
      return at(talks, push, (talk) => withRead(talk, push.by, push.seq))
    case 'agent':
      return at(talks, push, (talk) => ({ ...talk, info: { ...talk.info, agentName: push.name } }))
    case 'ended':
      return at(talks, push, (talk) => ({ ...talk, info: { ...talk.info, open: false } }))
    default:
      return talks
  }
}

function at(
  talks: Talks,
  where: { conversation: string; position?: string },
  change: (talk: Talk) => Talk,
): Talks {
  const known = talks.list.some(({ info }) => info.id === where.conversation)
  const list = talks.list.map((talk) => (talk.info.id === where.conversation ? change(talk) : talk))
  return {
    list: inOrder(list),
    known: talks.known,
    stale: talks.stale || !known,
    position: where.position ?? talks.position,
  }
}

function withRead(talk: Talk, by: 'me' | 'shop', seq: number): Talk {
  const { info } = talk
  if (by === 'me') return { ...talk, info: { ...info, readSeq: Math.max(info.readSeq, seq) } }
  return { ...talk, info: { ...info, shopReadSeq: Math.max(info.shopReadSeq, seq) } }
}

/** Notes that the visitor has read up to a number, before the server says so. */
export function withOwnRead(talks: Talks, conversation: string, seq: number): Talks {
  return at(talks, { conversation }, (talk) => withRead(talk, 'me', seq))
}

/** Takes an own message back once the server has agreed. */
export function withOwnRecall(talks: Talks, conversation: string, seq: number): Talks {
  return at(talks, { conversation }, (talk) => ({
    ...talk,
    thread: talk.thread && withRecall(talk.thread, seq),
  }))
}

/** Notes what the visitor said of a talk. */
export function withRating(talks: Talks, conversation: string, rating: CustomerRating): Talks {
  return at(talks, { conversation }, (talk) => ({ ...talk, info: { ...talk.info, rating } }))
}

/** Puts in an own message that the server has accepted. */
export function withReceipt(talks: Talks, entry: OutboxEntry, receipt: Receipt): Talks {
  const { conversation, seq, createdAt } = receipt
  const { text, files, key } = entry
  const message = { seq, by: 'me' as const, name: null, text, files, createdAt, recalled: false, key }
  const known = talks.list.some(({ info }) => info.id === conversation)
  const list = known ? talks.list : [...talks.list, startedTalk(receipt)]
  return at({ ...talks, list }, { conversation }, (talk) => ({
    info: {
      ...talk.info,
      open: talk.info.open || seq > talk.info.lastSeq,
      lastSeq: Math.max(talk.info.lastSeq, seq),
    },
    thread: talk.thread && withMessages(talk.thread, [message]),
  }))
}

function startedTalk({ conversation, seq, createdAt }: Receipt): Talk {
  const info = {
    id: conversation,
    open: true,
    lastSeq: seq,
    lastMessageAt: createdAt,
    startedAt: createdAt,
    preview: '',
    readSeq: 0,
    shopReadSeq: 0,
    agentName: null,
    rating: null,
  }
  return { info, thread: emptyThread }
}

/** Puts the answer to a want in. */
export function withPage(talks: Talks, want: Exclude<Want, { what: 'list' }>, page: Page): Talks {
  return at(talks, want, (talk) => {
    const thread = talk.thread ?? emptyThread
    if (want.what === 'after') return { ...talk, thread: withAfter(thread, want, page) }
    return { ...talk, thread: withLatest(thread, page) }
  })
}

/** Takes out a talk that the server no longer shows. */
export function withoutTalk(talks: Talks, conversation: string): Talks {
  return { ...talks, list: talks.list.filter(({ info }) => info.id !== conversation) }
}

/** Puts an older page of a talk in. */
export function withOlder(talks: Talks, conversation: string, page: Page): Talks {
  return at(talks, { conversation }, (talk) => ({
    ...talk,
    thread: withEarlier(talk.thread ?? emptyThread, page),
  }))
}

/** What to read next, one thing at a time; null when all is there. */
export function nextWant(talks: Talks): Want | null {
  if (talks.stale) return { what: 'list' }
  const newest = talks.list.at(-1)
  for (const { info, thread } of talks.list.slice(-5)) {
    const conversation = info.id
    if (!thread && (conversation === newest?.info.id || info.lastSeq > info.readSeq))
      return { what: 'latest', conversation }
  }
  for (const { info, thread } of talks.list) {
    const after = thread && missingAfter(thread, info.lastSeq)
    if (thread && after !== null)
      return { what: 'after', conversation: info.id, after, upTo: highest(thread, info.lastSeq) }
  }
  return null
}

/** The shop's messages that the visitor has not read. */
export function unreadCount(talks: Talks): number {
  return talks.list.reduce((count, { info, thread }) => {
    const unread = thread?.messages.filter(
      ({ by, seq, recalled }) => by === 'shop' && !recalled && seq > info.readSeq,
    )
    return count + (unread?.length ?? 0)
  }, 0)
}

/** The talk that goes on, or undefined when the next message starts one. */
export function openTalk(talks: Talks): Talk | undefined {
  return talks.list.findLast(({ info }) => info.open)
}
