import type { ConversationEvent, StaffPush } from '../../domain/live/frames.ts'
import {
  askConversation,
  dropConversation,
  putRead,
  putRows,
  refreshLists,
} from '../conversation/conversation-cache.ts'
import { refreshCountsSoon } from '../conversation/counts.ts'
import { resumeSending } from '../message/outbox-store.ts'
import { putLines } from '../message/thread-queries.ts'
import { askMe } from '../shell/me.ts'
import { queryClient, refresh } from '../shell/query-client.ts'
import { alertTo } from './alerts.ts'

/** Brings what the server pushed into everything that is on the screen. `first`: nothing was heard before. */
export function receive(push: StaffPush, first: boolean): void {
  switch (push.type) {
    case 'welcome':
      resumeSending()
      // What was read before the line opened may be old already.
      if (first) void refresh('conversation')
      return
    case 'reset':
      void queryClient.invalidateQueries()
      return
    case 'rows':
      alertTo(push.rows)
      putRows(push.rows)
      if (push.more) readWideListsSoon()
      refreshCountsSoon()
      return
    case 'events':
      for (const event of push.events) takeEvent(event)
      return
    case 'left':
      dropConversation(push.conversationId)
      refreshCountsSoon()
      return
    case 'stale':
      void refresh(...push.terms, ...(push.terms.includes('notice') ? ['assignment'] : []))
      return
    case 'looking':
    case 'pong':
  }
}

function takeEvent(event: ConversationEvent): void {
  const { conversationId, message } = event
  if (message) putLines(conversationId, [message])
  // What was taken back must not go on standing among the customer's conversations.
  if (event.name === 'message.recalled')
    void queryClient.invalidateQueries({ queryKey: ['customer', 'timeline'] })
  if (event.name.startsWith('promise.')) void refresh('promise')
  if (event.name.startsWith('rating.')) void refresh('rating')
  if (/^(assignment|transfer|conversation\.(assigned|taken|released|handed_over|resolved))/.test(event.name))
    void refresh('assignment')
  if (event.name === 'conversation.read') takeRead(event)
  else if (event.name.startsWith('conversation.')) readAgain(conversationId)
  else if (event.data.from !== event.data.to) readAgain(conversationId)
}

/** Lists of everybody's conversations are read again at most this often while very much is said, in milliseconds. */
const wideListPause = 10_000
let wideListsReadAt = 0

/** More was said than was told: the lists that show everybody's words are read anew, if they are on the screen. */
function readWideListsSoon(): void {
  if (performance.now() - wideListsReadAt < wideListPause) return
  wideListsReadAt = performance.now()
  refreshLists('all')
}

function readAgain(conversationId: number): void {
  void queryClient.invalidateQueries({ queryKey: askConversation(conversationId).queryKey })
}

function takeRead({ conversationId, actor, data }: ConversationEvent): void {
  const seq = typeof data.seq === 'number' ? data.seq : 0
  if (data.by === 'customer') {
    queryClient.setQueryData(askConversation(conversationId).queryKey, (old) =>
      old ? { ...old, customerReadSeq: Math.max(old.customerReadSeq, seq) } : old,
    )
  } else if (actor.id === queryClient.getQueryData(askMe().queryKey)?.staffId) {
    putRead(conversationId, seq)
  }
}
