import { useEffect, useRef } from 'react'
import { client } from '../shell/api.ts'
import { type Conversation, putRead } from './conversation-cache.ts'
import { refreshCountsSoon } from './counts.ts'

/** How long a line must be on the screen before it counts as read, in milliseconds. */
const readAfter = 600

/** Remembers that the viewer has read up to the last line, while the page is in front. */
export function useMarkRead(conversation: Conversation, lastSeq: number): void {
  const { id, readSeq } = conversation
  const told = useRef(0)
  useEffect(() => {
    if (lastSeq <= Math.max(readSeq, told.current)) return
    const mark = () => {
      if (document.hidden) return
      told.current = lastSeq
      putRead(id, lastSeq)
      client.conversation
        .markRead({ params: { conversationId: id }, body: { seq: lastSeq } })
        .then(refreshCountsSoon)
        .catch(() => {
          told.current = 0
        })
    }
    const timer = setTimeout(mark, readAfter)
    document.addEventListener('visibilitychange', mark)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', mark)
    }
  }, [id, readSeq, lastSeq])
}
