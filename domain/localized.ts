import { z } from 'zod'
import { typedText } from './shape.ts'

/** Languages the console speaks. Customers may write in any. */
export const consoleLanguages = ['zh-CN', 'en'] as const
export type ConsoleLanguage = (typeof consoleLanguages)[number]

/** A BCP 47 tag such as `zh-CN`, `en` or `pt-BR`. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language_tag')

/** Text that a shop writes, by language: `{ "zh-CN": "你好", "en": "Hello" }`. At least one language. */
export const localized = z
  .record(languageTag, typedText(5000).trim())
  .refine((text) => Object.values(text).some((value) => value !== ''), 'localized_empty')
export type Localized = z.infer<typeof localized>

/**
 * The one fallback rule: the exact tag, then the same language with another region, then English,
 * then Chinese, then whatever is there. Empty texts count as missing.
 */
export function inLanguage(text: Localized, language: string): string {
  const filled = Object.entries(text).filter(([, value]) => value !== '')
  const base = language.split('-')[0]
  const exact = filled.find(([tag]) => tag.toLowerCase() === language.toLowerCase())
  const sameLanguage = filled.find(([tag]) => tag.split('-')[0] === base)
  const english = filled.find(([tag]) => tag.split('-')[0] === 'en')
  const chinese = filled.find(([tag]) => tag.split('-')[0] === 'zh')
  return (exact ?? sameLanguage ?? english ?? chinese ?? filled[0])?.[1] ?? ''
}
