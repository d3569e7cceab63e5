import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Engine } from '../engine/engine.ts'
import type { WidgetState } from '../engine/state.ts'
import type { Say } from '../language/words.ts'

/** What every part of the screen may use. */
export interface Environment {
  engine: Engine
  say: Say
  language: string
  /** Origin of the server, for the addresses of files. */
  base: string
  /** The whole page is the window: no button, nothing to close. */
  page: boolean
  theme: 'auto' | 'light' | 'dark'
}

export const EnvironmentContext = createContext<Environment | null>(null)

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext)
  if (!environment) throw new Error('The screen stands outside its environment.')
  return environment
}

/** The state, drawn anew on each change. */
export function useWidget(): WidgetState {
  const { store } = useEnvironment().engine
  const [state, setState] = useState(store.get())
  useEffect(() => {
    setState(store.get())
    return store.subscribe(() => setState(store.get()))
  }, [store])
  return state
}

/** The server's time in epoch milliseconds, looked at again every `every` milliseconds. */
export function useNow(every: number): number {
  const { clockAhead } = useWidget()
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return Math.max(now, Date.now() - every) + clockAhead
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const changed = () => setHolds(list.matches)
    changed()
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }, [query])
  return holds
}
