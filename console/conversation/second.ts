import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let second = Math.floor(Date.now() / 1000)
let timer: ReturnType<typeof setInterval> | null = null

/** Now, in epoch milliseconds, at whole seconds: one timer for every countdown on the screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => second) * 1000
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, 250)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

function tick(): void {
  const now = Math.floor(Date.now() / 1000)
  if (now === second) return
  second = now
  for (const listener of listeners) listener()
}
