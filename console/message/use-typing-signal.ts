import { useCallback, useEffect, useRef } from 'react'
import { sendTyping } from '../live/live.ts'

/** How often typing is said again, and after what silence it is over, in milliseconds. */
const again = 3_000
const over = 5_000

/** Tells the others that we type: at most every three seconds, and that we stopped. */
export function useTypingSignal(conversationId: number, note: boolean): (typing: boolean) => void {
  const saidAt = useRef(0)
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = useCallback(() => {
    clearTimeout(ending.current)
    if (saidAt.current === 0) return
    saidAt.current = 0
    sendTyping(conversationId, false, note)
  }, [conversationId, note])
  useEffect(() => stop, [stop])
  return useCallback(
    (typing: boolean) => {
      if (!typing) return stop()
      clearTimeout(ending.current)
      ending.current = setTimeout(stop, over)
      if (Date.now() - saidAt.current < again) return
      saidAt.current = Date.now()
      sendTyping(conversationId, true, note)
    },
    [conversationId, note, stop],
  )
}
