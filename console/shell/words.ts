import dayjs from 'dayjs'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { ConsoleLanguage } from '../../domain/localized.ts'

/** All texts of one language, by namespace: each folder's `words.en.ts` or `words.zh.ts` is one. */
interface Dictionary {
  texts: Readonly<Record<string, object>>
}

const dictionaries: Record<ConsoleLanguage, () => Promise<Dictionary>> = {
  en: () => import('./english.ts'),
  'zh-CN': () => import('./chinese.ts'),
}

/**
 * Starts the console's words in this language. Texts are reached with `useTranslation('brand')`; keys are typed by
 * each folder's `words.en.ts` (`declare module 'i18next'` at its end).
 */
export async function startWords(language: ConsoleLanguage): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  await setLanguage(language)
  return i18next
}

/** Switches every text, the document's language and the calendar's. */
export async function setLanguage(language: ConsoleLanguage): Promise<void> {
  const { texts } = await dictionaries[language]()
  for (const [namespace, words] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, words)
  await i18next.changeLanguage(language)
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  document.documentElement.lang = language
}

/** Chinese where the browser asks for any Chinese first, else English. */
export function browserLanguage(asked: readonly string[]): ConsoleLanguage {
  const known = asked.find((tag) => /^(zh|en)\b/i.test(tag))
  return known && /^zh/i.test(known) ? 'zh-CN' : 'en'
}
