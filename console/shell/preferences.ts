import { useSyncExternalStore } from 'react'
import type { ConsoleLanguage } from '../../domain/localized.ts'
import { browserLanguage } from './words.ts'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'comfortable' | 'compact'

/** How the console looks and speaks on this machine, before and after signing in. */
export interface Preferences {
  language: ConsoleLanguage
  theme: Theme
  density: Density
}

const place = 'shopdesk.preferences'
const listeners = new Set<() => void>()
let current: Preferences = read()

function read(): Preferences {
  const standard: Preferences = {
    language: browserLanguage(navigator.languages),
    theme: 'system',
    density: 'comfortable',
  }
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) }
  } catch {
    return standard
  }
}

export function preferences(): Preferences {
  return current
}

/** Changes them here and remembers them on this machine; saving them to the account is `useSavePreferences`. */
export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...current, ...change }
  if (JSON.stringify(next) === JSON.stringify(current)) return
  current = next
  try {
    localStorage.setItem(place, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing still shows what was chosen, until the page is closed.
  }
  for (const listener of listeners) listener()
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
