import type { ScriptReading } from './script.ts'

/** What a model thinks: an ISO 639-1 tag and its probability from 0 to 1. */
export interface Guess {
  readonly language: string
  readonly probability: number
}

/**
 * Languages in which customers of online shops commonly write. A model that knows 176 languages finds
 * rare ones in short texts; a rare one must be much surer of itself.
 */
const common = new Set([
  'ru',
  'uk',
  'ar',
  'hi',
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'cs',
  'tr',
  'vi',
  'id',
])
const rareWeight = 0.3
/** How much the letters that only one language has speak for it. */
const hintWeight = 6
/** Probability that such a letter gives to a language the model did not think of. */
const hintFloor = 0.05

/** Below this share of the candidates' weight a guess is none. */
const leastShare = 0.35
/** Below so many Latin letters nobody can tell. */
const leastLetters = 3

/** Words with which customers begin, too short for any model. Only words of one language. */
const openings: Readonly<Record<string, string>> = {
  hi: 'en',
  hello: 'en',
  hey: 'en',
  thanks: 'en',
  'thank you': 'en',
  please: 'en',
  yes: 'en',
  hola: 'es',
  gracias: 'es',
  'buenos días': 'es',
  'buenos dias': 'es',
  'buenas tardes': 'es',
  olá: 'pt',
  obrigado: 'pt',
  obrigada: 'pt',
  'bom dia': 'pt',
  'boa tarde': 'pt',
  bonjour: 'fr',
  merci: 'fr',
  bonsoir: 'fr',
  'guten tag': 'de',
  danke: 'de',
  bitte: 'de',
  ciao: 'it',
  grazie: 'it',
  buongiorno: 'it',
  hoi: 'nl',
  goedemorgen: 'nl',
  'dank je': 'nl',
  cześć: 'pl',
  'dzień dobry': 'pl',
  dziękuję: 'pl',
  ahoj: 'cs',
  'dobrý den': 'cs',
  děkuji: 'cs',
  merhaba: 'tr',
  selam: 'tr',
  teşekkürler: 'tr',
  'xin chào': 'vi',
  'cảm ơn': 'vi',
  'terima kasih': 'id',
  'selamat pagi': 'id',
}

/** The language of a greeting or a word of thanks that stands alone, or null. */
export function openingLanguage(words: string): string | null {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{M} ]/gu, '')
    .trim()
  return Object.hasOwn(openings, plain) ? (openings[plain] ?? null) : null
}

/** Chooses among a model's guesses what the letters allow; null when it is too close to call. */
export function verdict(reading: ScriptReading, guesses: readonly Guess[]): string | null {
  if (reading.kind === 'nothing') return null
  if (reading.kind === 'language') return reading.language
  if (reading.kind === 'several') return bestOf(guesses, reading.candidates, null) ?? reading.usual
  if (reading.letters < leastLetters) return null
  const hinted = reading.hint ? [{ language: reading.hint, probability: hintFloor }] : []
  return bestOf([...guesses, ...hinted], null, reading.hint)
}

function bestOf(
  guesses: readonly Guess[],
  candidates: readonly string[] | null,
  hint: string | null,
): string | null {
  const weights = new Map<string, number>()
  for (const { language, probability } of guesses) {
    if (candidates && !candidates.includes(language)) continue
    const weight =
      probability * (common.has(language) ? 1 : rareWeight) * (language === hint ? hintWeight : 1)
    weights.set(language, (weights.get(language) ?? 0) + weight)
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const [best] = [...weights].sort((a, b) => b[1] - a[1])
  return best && best[1] / total >= leastShare ? best[0] : null
}
