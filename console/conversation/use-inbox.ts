import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type InboxSearch, inboxHref, type PlaceView, readInboxSearch, readView } from './inbox-search.ts'

export interface InboxPlace {
  view: PlaceView
  search: InboxSearch
  /** Changes the address; what is undefined leaves it. `replace` adds no step to the history. */
  go: (change: Partial<InboxSearch>, options?: { view?: PlaceView; replace?: boolean }) => void
}

/** Where in the inbox the address points. */
export function useInboxPlace(): InboxPlace {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = readView(params.view)
  const search = useMemo(() => readInboxSearch(raw), [raw])
  const go = useCallback<InboxPlace['go']>(
    (change, options) => {
      const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined)
      void navigate({
        href: inboxHref(options?.view ?? view, Object.fromEntries(next)),
        replace: options?.replace ?? false,
      })
    },
    [navigate, search, view],
  )
  return { view, search, go }
}
