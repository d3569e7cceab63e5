import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Takes files dropped on the element; answers whether some are held over it. */
export function useFileDrop(
  frame: RefObject<HTMLElement | null>,
  takes: boolean,
  attach: (files: File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef({ takes, attach })
  latest.current = { takes, attach }

  useEffect(() => {
    const element = frame.current
    if (!element) return
    let depth = 0
    const hold = (step: number) => (event: DragEvent) => {
      depth = Math.max(0, depth + step)
      setOver(depth > 0 && latest.current.takes && event.dataTransfer?.types.includes('Files') === true)
    }
    const [enter, leave] = [hold(1), hold(-1)]
    const allow = (event: Event) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      if (latest.current.takes) latest.current.attach([...(event.dataTransfer?.files ?? [])])
    }
    element.addEventListener('dragenter', enter)
    element.addEventListener('dragleave', leave)
    element.addEventListener('dragover', allow)
    element.addEventListener('drop', drop)
    return () => {
      element.removeEventListener('dragenter', enter)
      element.removeEventListener('dragleave', leave)
      element.removeEventListener('dragover', allow)
      element.removeEventListener('drop', drop)
    }
  }, [frame])
  return over
}
