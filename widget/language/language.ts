import type { Localized } from '../../domain/localized.ts'

/** A tag such as `zh-CN`, or undefined when the text is none. `zh_CN` is read as `zh-CN`. */
export function tagOf(text: string | null | undefined): string | undefined {
  const [base = '', ...rest] = (text ?? '').trim().replace(/_/g, '-').split('-')
  const tag = [base.toLowerCase(), ...rest].join('-')
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
}

/** The language to speak: what the script tag says, else the page, else the browser, else English. */
export function languageOf(wanted: readonly (string | null | undefined)[]): string {
  for (const text of wanted) {
    const tag = tagOf(text)
    if (tag) return tag
  }
  return 'en'
}

/** The shop's own text, by the rule of `domain/localized.ts`. */
export function shopText(text: Localized, language: string): string {
  const filled = Object.entries(text).filter(([, value]) => value !== '')
  const start = (tag: string) => tag.split('-')[0]
  const found =
    filled.find(([tag]) => tag.toLowerCase() === language.toLowerCase()) ??
    filled.find(([tag]) => start(tag) === start(language)) ??
    filled.find(([tag]) => start(tag) === 'en') ??
    filled.find(([tag]) => start(tag) === 'zh') ??
    filled[0]
  return found?.[1] ?? ''
}
