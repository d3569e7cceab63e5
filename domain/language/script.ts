/** What the letters of a text say about its language. */
export type ScriptReading =
  /** No letters that belong to a language: emoji, numbers, addresses, order numbers. */
  | { readonly kind: 'nothing' }
  /** The letters alone decide. An ISO 639-1 tag. */
  | { readonly kind: 'language'; readonly language: string }
  /** Several languages are written so; `usual` is the likeliest. */
  | { readonly kind: 'several'; readonly candidates: readonly string[]; readonly usual: string }
  /** Latin letters: only a model can tell. `letters` is how many there are, `hint` the language whose own letters stand in it. */
  | { readonly kind: 'latin'; readonly letters: number; readonly hint: string | null }

const notLanguage =
  /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|\[[^\]\n]{0,20}\]|[A-Za-z]*\d[A-Za-z\d_\-/.]*|\p{Extended_Pictographic}/gu

/** Removes what says nothing about the language: addresses, identifiers with digits, emoji, placeholders in brackets. */
export function wordsOnly(text: string): string {
  return text.replace(notLanguage, ' ').replace(/\s+/g, ' ').trim()
}

/**
 * Reads the language from the script where it can be read there: Han, kana, hangul, Thai, Greek,
 * Hebrew and others at any length; Cyrillic, Arabic and Devanagari by the letters that only one
 * language has. A Latin word or two inside Chinese, as in product names, does not change it.
 */
export function readScript(text: string): ScriptReading {
  const words = wordsOnly(text)
  const count = (script: RegExp) => words.match(script)?.length ?? 0
  const latin = count(/\p{Script=Latin}/gu)
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)

  const hangul = count(/\p{Script=Hangul}/gu)

  const eastern = han + kana > 0 && (han + kana) * latinLettersPerHan >= latin
  if (eastern && hangul < han + kana) return eastAsian(words, han, kana)
  const other = otherScripts
    .map((script) => ({ script, letters: count(script.letters) }))
    .sort((a, b) => b.letters - a.letters)[0]
  if (other && other.letters > 0 && other.letters * 2 >= latin) return other.script.read(words)
  if (latin === 0) return { kind: 'nothing' }
  return { kind: 'latin', letters: latin, hint: ownLatin.find(([own]) => own.test(words))?.[1] ?? null }
}

/** A Han character says about as much as three Latin letters. */
const latinLettersPerHan = 3

/** Common characters that Japanese writes otherwise than both forms of Chinese. */
const onlyJapanese =
  /[対発気図広変実売読検験応経済様権帰転辺円駅払処価択込働畑峠栃県戦続総関覚単収営団囲鉄銭録桜沢縄児毎歩渋豊塩焼労拡仏稲満]/u

function eastAsian(words: string, han: number, kana: number): ScriptReading {
  // A single の inside Chinese is decoration; Japanese sentences are a third kana or more.
  if (kana > 0 && kana * 6 >= han) return { kind: 'language', language: 'ja' }
  return { kind: 'language', language: onlyJapanese.test(words) ? 'ja' : 'zh' }
}

/** Latin letters that hardly any other language has. */
const ownLatin: readonly (readonly [RegExp, string])[] = [
  [/[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i, 'vi'],
  [/[ğı]/, 'tr'],
  [/[łąęśźż]/i, 'pl'],
  [/[řěů]/i, 'cs'],
  [/[őű]/i, 'hu'],
  [/[ßä]/i, 'de'],
  [/[ñ¿¡]/i, 'es'],
  [/[ãõ]/i, 'pt'],
]

interface OtherScript {
  readonly letters: RegExp
  read(words: string): ScriptReading
}

function always(letters: RegExp, language: string): OtherScript {
  return { letters, read: () => ({ kind: 'language', language }) }
}

/** Letters that only one language of a script has, in the order in which they are tried. */
function byLetter(
  letters: RegExp,
  owners: readonly (readonly [RegExp, string])[],
  candidates: readonly string[],
  usual: string,
): OtherScript {
  return {
    letters,
    read: (words) => {
      const owner = owners.find(([own]) => own.test(words))
      return owner ? { kind: 'language', language: owner[1] } : { kind: 'several', candidates, usual }
    },
  }
}

const otherScripts: readonly OtherScript[] = [
  always(/\p{Script=Hangul}/gu, 'ko'),
  always(/\p{Script=Thai}/gu, 'th'),
  always(/\p{Script=Lao}/gu, 'lo'),
  always(/\p{Script=Khmer}/gu, 'km'),
  always(/\p{Script=Myanmar}/gu, 'my'),
  always(/\p{Script=Greek}/gu, 'el'),
  always(/\p{Script=Hebrew}/gu, 'he'),
  always(/\p{Script=Armenian}/gu, 'hy'),
  always(/\p{Script=Georgian}/gu, 'ka'),
  always(/\p{Script=Bengali}/gu, 'bn'),
  always(/\p{Script=Gujarati}/gu, 'gu'),
  always(/\p{Script=Gurmukhi}/gu, 'pa'),
  always(/\p{Script=Tamil}/gu, 'ta'),
  always(/\p{Script=Telugu}/gu, 'te'),
  always(/\p{Script=Kannada}/gu, 'kn'),
  always(/\p{Script=Malayalam}/gu, 'ml'),
  always(/\p{Script=Sinhala}/gu, 'si'),
  byLetter(
    /\p{Script=Cyrillic}/gu,
    [
      [/ў/i, 'be'],
      [/[әғқңұһ]/i, 'kk'],
      [/[ђћџљњ]/i, 'sr'],
      [/[ѓќѕ]/i, 'mk'],
      [/[їєґ]/i, 'uk'],
    ],
    ['ru', 'uk', 'bg', 'be', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg'],
    'ru',
  ),
  byLetter(
    /\p{Script=Arabic}/gu,
    [
      [/[ٹڈڑےںھہ]/, 'ur'],
      [/[پچژگ]/, 'fa'],
    ],
    ['ar', 'fa', 'ur', 'ug', 'ps'],
    'ar',
  ),
  byLetter(/\p{Script=Devanagari}/gu, [[/ळ/, 'mr']], ['hi', 'mr', 'ne'], 'hi'),
]
