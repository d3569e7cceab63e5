import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** On a phone the window fills what the keyboard leaves, and the page behind stands still. */
export function useViewport(frame: RefObject<HTMLElement | null>, phone: boolean): void {
  useEffect(() => {
    const [element, viewport] = [frame.current, globalThis.visualViewport]
    if (!element || !phone) return
    const page = document.documentElement.style
    const before = page.overflow
    page.overflow = 'hidden'
    const follow = () => {
      element.style.height = viewport ? `${viewport.height}px` : ''
      element.style.top = viewport ? `${viewport.offsetTop}px` : ''
    }
    follow()
    viewport?.addEventListener('resize', follow)
    viewport?.addEventListener('scroll', follow)
    return () => {
      page.overflow = before
      element.style.height = ''
      element.style.top = ''
      viewport?.removeEventListener('resize', follow)
      viewport?.removeEventListener('scroll', follow)
    }
  }, [frame, phone])
}
