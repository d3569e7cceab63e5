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

/** Puts the focus into the window when it opens; Escape closes it. */
export function useWindowKeys(frame: RefObject<HTMLElement | null>, close: (() => void) | null): void {
  useEffect(() => {
    const element = frame.current
    if (!element || !close) return
    focusHome(element)
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    element.addEventListener('keydown', pressed)
    return () => element.removeEventListener('keydown', pressed)
  }, [frame, close])
}

/** Brings the focus back into the window when what had it (a button of a message, a form) has gone. */
export function useFocusReturned(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let inside = false
    const moved = (event: Event) => {
      inside = event.type === 'focusin' && event.composedPath().includes(element)
    }
    const observer = new MutationObserver(() => {
      const root = element.getRootNode() as ShadowRoot
      if (inside && element.isConnected && !root.activeElement) focusHome(element)
    })
    observer.observe(element, { childList: true, subtree: true })
    // Moves within the window never leave its shadow root, so both are listened to.
    element.addEventListener('focusin', moved)
    document.addEventListener('focusin', moved, true)
    document.addEventListener('pointerdown', moved, true)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', moved)
      document.removeEventListener('focusin', moved, true)
      document.removeEventListener('pointerdown', moved, true)
    }
  }, [frame])
}

/** Where one writes; on a touch screen the messages, so that no keyboard covers them unasked. */
function focusHome(element: HTMLElement): void {
  const home = matchMedia('(pointer: coarse)').matches ? '[role=log]' : '[data-first]'
  element.querySelector<HTMLElement>(home)?.focus({ preventScroll: true })
}
