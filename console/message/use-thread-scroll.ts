import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Thread } from './thread-cache.ts'
import { loadEarlier } from './thread-queries.ts'

/** Closer to the end than this counts as at the end; closer to the top asks for earlier lines. In pixels. */
const nearEnd = 80
const nearTop = 300

/**
 * Scrolling of a thread: opens at the end, stays there while lines arrive, keeps what is read in its place when
 * earlier lines come in above, and counts what arrives below while somebody reads further up.
 */
export function useThreadScroll(conversationId: number, thread: Thread, outgoing: number) {
  const box = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  const before = useRef<{ height: number; first: number } | null>(null)
  const [away, setAway] = useState(false)
  const [loading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const [seenSeq, setSeenSeq] = useState(Number.POSITIVE_INFINITY)
  const first = thread.messages[0]?.seq ?? 0
  const last = thread.messages.at(-1)?.seq ?? 0

  // Earlier lines above: what was on the screen stays where it was.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (before.current && first < before.current.first) {
      element.scrollTop += element.scrollHeight - before.current.height
      before.current = null
    }
  }, [first])

  // New lines below: follow them only from the end. An own line is always gone to.
  useLayoutEffect(() => {
    const element = box.current
    if (element && atEnd.current && last + outgoing > 0) element.scrollTop = element.scrollHeight
  }, [last, outgoing])

  // The box itself grows and shrinks (a picture arrives, the composer grows): stay at the end.
  useEffect(() => {
    const element = box.current
    const inner = element?.firstElementChild
    if (!element || !inner) return
    const stay = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    stay.observe(element)
    stay.observe(inner)
    return () => stay.disconnect()
  }, [])

  const earlier = useCallback(async () => {
    const element = box.current
    if (!element || loading) return
    setLoading(true)
    setFailed(false)
    try {
      before.current = { height: element.scrollHeight, first }
      await loadEarlier(conversationId)
    } catch {
      before.current = null
      setFailed(true)
    } finally {
      setLoading(false)
    }
  }, [conversationId, first, loading])

  const onScroll = () => {
    const element = box.current
    if (!element) return
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    if (end !== atEnd.current) {
      atEnd.current = end
      setSeenSeq(end ? Number.POSITIVE_INFINITY : last)
      setAway(!end)
    }
    if (thread.more && element.scrollTop < nearTop && !loading && !failed) void earlier()
  }

  const toEnd = useCallback(() => {
    const element = box.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])

  useEffect(() => {
    if (outgoing > 0) toEnd()
  }, [outgoing, toEnd])

  return {
    box,
    onScroll,
    away,
    newBelow: Math.max(0, last - seenSeq),
    toEnd,
    earlier: () => void earlier(),
    loading,
    failed,
  }
}
