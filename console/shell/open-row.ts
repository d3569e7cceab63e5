import { useRouter, useSearch } from '@tanstack/react-router'

interface OpenRow {
  /** The row whose sheet is open, `new` for one that is being made, undefined for none. */
  open: number | 'new' | undefined
  show: (row: number | 'new') => void
  hide: () => void
}

/** Which row's sheet is open; kept in the address (`?open=4`), so that it can be linked and the way back closes it. */
export function useOpenRow(): OpenRow {
  const { open } = useSearch({ strict: false }) as { open?: number | 'new' }
  const router = useRouter()
  const go = (row: number | 'new' | undefined) =>
    void router.navigate({ to: '.', search: (row === undefined ? {} : { open: row }) as never })
  return { open, show: go, hide: () => go(undefined) }
}
