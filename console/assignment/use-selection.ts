import { useState } from 'react'
import { useKeys } from '../shell/keys.tsx'
import { useMay } from '../shell/me.ts'
import type { Selection } from './bulk.tsx'

const nothing: ReadonlySet<number> = new Set()

/** What of a list is selected; `X` selects the open conversation. Another list begins anew. */
export function useSelection(list: string, current: number | undefined) {
  const may = useMay('conversation.assign')
  const [held, setHeld] = useState<{ list: string; ids: ReadonlySet<number> } | null>(null)
  const ids = held?.list === list ? held.ids : null
  const choose = (next: ReadonlySet<number>) => setHeld({ list, ids: next })
  const toggle = (conversationId: number) => {
    const next = new Set(ids ?? nothing)
    if (!next.delete(conversationId)) next.add(conversationId)
    choose(next)
  }
  const stop = () => setHeld(null)
  const pick = () => (current === undefined ? choose(nothing) : toggle(current))
  useKeys('conversation', may ? [{ keys: 'x', does: 'select', run: pick }] : [])
  const selection: Selection | undefined = ids ? { ids, toggle } : undefined
  return { selection, choose, stop, begin: () => (ids ? stop() : choose(nothing)) }
}
