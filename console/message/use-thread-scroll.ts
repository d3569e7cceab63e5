import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Thread } from './thread-cache.ts'
import { loadEarlier } from './thread-queries.ts'
import { roughHeight, type ThreadRow } from './thread-rows.ts'

/** Closer to the end than this counts as at the end; closer to the top asks for earlier lines. In pixels. */
const nearEnd = 80
const nearTop = 600
/** Room above the first row, with and without the button for earlier lines, and below the last. In pixels. */
const above = 16
const aboveWithButton = 48
const below = 12

/** A thread of so many rows stands there whole: the browser's own search and selection see all of it. */
export const wholeUpTo = 300

/**
 * Scrolling of a thread of any length: draws what is near the screen, opens at the end, stays there while lines
 * arrive, keeps what is read in its place when earlier lines come in above, and counts what arrives below while
 * somebody reads further up.
 */
export function useThreadScroll(
  conversationId: number,
  thread: Thread,
  rows: readonly ThreadRow[],
  outgoing: number,
) {
  const box = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  const [away, setAway] = useState(false)
  const [seenSeq, setSeenSeq] = useState(Number.POSITIVE_INFINITY)
  const last = thread.messages.at(-1)?.seq ?? 0
  const focus = useFocusedRow(rows)
  const virtual = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: useCallback((index) => (rows[index] ? roughHeight(rows[index]) : 0), [rows]),
    getItemKey: useCallback((index) => rows[index]?.key ?? index, [rows]),
    overscan: rows.length <= wholeUpTo ? wholeUpTo : 15,
    rangeExtractor: focus.keepRow,
    anchorTo: 'end',
    scrollEndThreshold: nearEnd,
    initialOffset: () => Number.MAX_SAFE_INTEGER,
    initialRect: { width: 600, height: 800 },
    paddingStart: thread.more ? aboveWithButton : above,
    paddingEnd: below,
  })
  virtual.shouldAdjustScrollPositionOnItemSizeChange = keepsPlace

  const toEnd = useCallback(() => virtual.scrollToEnd(), [virtual])

  // New rows below: follow them only from the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrives is what it follows
  useLayoutEffect(() => {
    if (atEnd.current) toEnd()
  }, [last, outgoing, rows.at(-1)?.key, toEnd])

  // An own line is always gone to.
  useEffect(() => {
    if (outgoing > 0) toEnd()
  }, [outgoing, toEnd])

  // The box itself grows and shrinks (a picture arrives, the composer grows): stay at the end.
  useEffect(() => {
    const element = box.current
    const inner = element?.firstElementChild
    if (!element || !inner) return
    const stay = new ResizeObserver(() => {
      if (atEnd.current) toEnd()
    })
    stay.observe(element)
    stay.observe(inner)
    return () => stay.disconnect()
  }, [toEnd])

  const { earlier, loading, failed } = useEarlier(conversationId)

  const onScroll = () => {
    const element = box.current
    if (!element) return
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    if (end !== atEnd.current) {
      atEnd.current = end
      setSeenSeq(end ? Number.POSITIVE_INFINITY : last)
      setAway(!end)
    }
    if (thread.more && element.scrollTop < nearTop && !loading && !failed) earlier()
  }

  return {
    box,
    virtual,
    onScroll,
    onFocus: focus.onFocus,
    away,
    newBelow: Math.max(0, last - seenSeq),
    toEnd,
    earlier,
    loading,
    failed,
  }
}

/**
 * Whether the thread moves along when a row changes its height, so that what is read stays in its place: what grows
 * (a text is unfolded) grows downwards, what shrinks (the divider of a day moves up to an earlier line) shrinks
 * from the top.
 */
function keepsPlace(
  row: VirtualItem,
  delta: number,
  { scrollOffset }: { scrollOffset: number | null },
): boolean {
  return (delta < 0 ? row.start : row.end) <= (scrollOffset ?? 0)
}

/** Keeps the row that holds the keyboard's focus, however far somebody scrolls away from it. */
function useFocusedRow(rows: readonly ThreadRow[]) {
  const [focused, setFocused] = useState<string | null>(null)
  const index = useMemo(
    () => (focused === null ? -1 : rows.findIndex(({ key }) => key === focused)),
    [rows, focused],
  )
  const keepRow = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range)
      return index < 0 || near.includes(index) ? near : [...near, index].sort((a, b) => a - b)
    },
    [index],
  )
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest<HTMLElement>('[data-index]')
    setFocused(row ? (rows[Number(row.dataset.index)]?.key ?? null) : null)
  }
  return { keepRow, onFocus }
}

function useEarlier(conversationId: number) {
  const [loading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const earlier = useCallback(() => {
    setLoading(true)
    setFailed(false)
    loadEarlier(conversationId)
      .catch(() => setFailed(true))
      .finally(() => setLoading(false))
  }, [conversationId])
  return { earlier, loading, failed }
}
