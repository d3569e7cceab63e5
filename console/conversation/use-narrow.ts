import { useCallback, useSyncExternalStore } from 'react'

/** Below this the panel lies over the thread instead of beside it, in pixels. */
export const panelBesideFrom = 1180
/** Below this list, thread and panel stand one behind the other, in pixels. */
export const stackedBelow = 761

/** Whether the window is narrower than this many pixels. */
export function useNarrowerThan(width: number): boolean {
  const query = `(max-width: ${width - 1}px)`
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
