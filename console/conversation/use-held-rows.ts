import { type RefObject, useEffect, useMemo, useState } from 'react'
import { type HeldRows, hold, letIn } from './held-rows.ts'
import type { ListRow } from './list-cache.ts'

interface Held extends HeldRows {
  /** Lets in what waits above, and goes to the top. */
  release: () => void
  /** For the scrolling box of the list. */
  handlers: {
    onPointerEnter: (event: { pointerType: string }) => void
    onPointerLeave: () => void
    onScroll: () => void
  }
}

/** While the pointer rests on the list or it is scrolled, its rows keep their places. */
export function useHeldRows(fresh: readonly ListRow[], box: RefObject<HTMLElement | null>): Held {
  const [hovered, setHovered] = useState(false)
  const [scrolled, setScrolled] = useState(false)
  const [shown, setShown] = useState<readonly ListRow[] | null>(null)
  const holding = hovered || scrolled
  useEffect(() => {
    if (!holding) setShown(null)
    else setShown((before) => (before ? hold(before, fresh).rows.map(({ row }) => row) : fresh))
  }, [holding, fresh])
  const held = useMemo(() => (shown ? hold(shown, fresh) : letIn(fresh)), [shown, fresh])
  return {
    ...held,
    release: () => {
      setShown(holding ? fresh : null)
      box.current?.scrollTo({ top: 0 })
    },
    handlers: {
      onPointerEnter: ({ pointerType }) => setHovered(pointerType === 'mouse'),
      onPointerLeave: () => setHovered(false),
      onScroll: () => setScrolled((box.current?.scrollTop ?? 0) > 4),
    },
  }
}
