import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const reachable = 'button:not(:disabled), a[href], input:not(:disabled), textarea, [tabindex="0"]'

/** Keeps the focus inside while the window covers the whole screen. */
export function useFocusKept(frame: RefObject<HTMLElement | null>, kept: boolean): void {
  useEffect(() => {
    const element = frame.current
    if (!element || !kept) return
    const turn = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return
      const all = [...element.querySelectorAll<HTMLElement>(reachable)].filter(
        (one) => one.offsetParent !== null,
      )
      const [first, last] = [all[0], all.at(-1)]
      const at = (element.getRootNode() as ShadowRoot).activeElement
      const from = event.shiftKey ? first : last
      if (at !== from) return
      event.preventDefault()
      const to = event.shiftKey ? last : first
      to?.focus()
    }
    element.addEventListener('keydown', turn)
    return () => element.removeEventListener('keydown', turn)
  }, [frame, kept])
}

/** Puts the focus where one writes when the window opens; Escape closes it. */
export function useWindowKeys(frame: RefObject<HTMLElement | null>, close: (() => void) | null): void {
  useEffect(() => {
    const element = frame.current
    if (!element || !close) return
    element.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    element.addEventListener('keydown', pressed)
    return () => element.removeEventListener('keydown', pressed)
  }, [frame, close])
}
