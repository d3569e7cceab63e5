import { en, type Word } from './en.ts'
import { zh } from './zh.ts'

/** Says a text of the window in one language, with its variables filled in. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** Chinese for every kind of Chinese, English for everybody else. */
export function wordsIn(language: string): Say {
  const texts: Record<Word, string> = /^zh\b/i.test(language) ? zh : en
  return (word, values = {}) =>
    texts[word].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

const byCode: Readonly<Record<string, Word>> = {
  identity_invalid: 'errorIdentity',
  visitor_unknown: 'errorIdentity',
  link_expired: 'errorLink',
  origin_refused: 'errorOrigin',
  rating_over: 'errorRating',
  recall_too_late: 'errorRecall',
  file_used: 'errorFiles',
  file_not_found: 'errorFiles',
  input_invalid: 'errorInput',
  body_too_large: 'errorInput',
  unreachable: 'errorBusy',
  busy: 'errorBusy',
  internal: 'errorBusy',
  too_many_requests: 'errorBusy',
  too_many_messages: 'errorBusy',
  file_too_large: 'fileTooLarge',
  file_kind_refused: 'fileKind',
  picture_too_large: 'pictureTooLarge',
  file_empty: 'fileEmpty',
  uploads_off: 'uploadsOff',
}

/** The text for a refusal's code. */
export function wordForCode(code: string, otherwise: Word = 'errorOther'): Word {
  return byCode[code] ?? otherwise
}
