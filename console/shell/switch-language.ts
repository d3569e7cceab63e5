import type { ConsoleLanguage } from '../../domain/localized.ts'
import { useSavePreferences } from './me.ts'
import { setLanguage } from './words.ts'

/** Speaks another language from now on, here and on the account. */
export function useSwitchLanguage(): (language: ConsoleLanguage) => void {
  const save = useSavePreferences()
  return (language) => {
    void setLanguage(language)
    save({ language })
  }
}
