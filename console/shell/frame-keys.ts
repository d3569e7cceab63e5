import { type KeyBinding, useKeys } from './keys.tsx'
import { useSavePreferences } from './me.ts'
import type { OfferedPlace, PlaceName } from './places.ts'
import { preferences } from './preferences.ts'
import { useSwitchLanguage } from './switch-language.ts'

/** How each place is reached by keyboard. */
export const placeKeys: Record<PlaceName, string> = {
  inbox: 'g i',
  customers: 'g c',
  ratings: 'g r',
  settings: 'g s',
}

interface FrameActions {
  search: () => void
  help: () => void
  go: (to: string) => void
  places: readonly OfferedPlace[]
}

/** The keys that work everywhere. */
export function useFrameKeys({ search, help, go, places }: FrameActions): void {
  const save = useSavePreferences()
  const switchLanguage = useSwitchLanguage()
  const goes = places.map(
    ({ name, to }): KeyBinding => ({ keys: placeKeys[name], does: name, unlisted: true, run: () => go(to) }),
  )
  useKeys('shell', [
    { keys: 'mod+k', does: 'search', unlisted: true, inInputs: true, run: search },
    { keys: '/', does: 'search', unlisted: true, run: search },
    { keys: '?', does: 'help', run: help },
    ...goes,
    { keys: 'g p', does: 'profile', unlisted: true, run: () => go('/profile') },
    { keys: 'shift+d', does: 'theme', run: () => save({ theme: isDark() ? 'light' : 'dark' }) },
    { keys: 'shift+l', does: 'language', run: () => switchLanguage(otherLanguage()) },
  ])
}

function isDark(): boolean {
  return document.documentElement.dataset.theme === 'dark'
}

function otherLanguage() {
  return preferences().language === 'en' ? 'zh-CN' : 'en'
}
