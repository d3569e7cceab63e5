import { readScript, wordsOnly } from '../../../domain/language/script.ts'
import { type Guess, openingLanguage, verdict } from '../../../domain/language/verdict.ts'

/** The longest part of a text that is read, in UTF-16 units; a language shows itself earlier. */
const longest = 600
/** How many guesses the model gives. */
const guesses = 12

/**
 * The language a text is written in, as an ISO 639-1 tag (`zh` for all Chinese), or null when the text
 * does not tell: emoji, numbers, addresses, a word or two that could be several. The model (fastText's
 * lid.176, about 30 MB of memory, 20 microseconds a text) is loaded when a text first needs it.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const part = text.slice(0, longest)
  const reading = readScript(part)
  if (reading.kind === 'nothing' || reading.kind === 'language') return verdict(reading, [])
  const words = wordsOnly(part)
  return openingLanguage(words) ?? verdict(reading, await guess(words))
}

async function guess(words: string): Promise<Guess[]> {
  const model = await loadedModel()
  const answers = model.predict(words.toLowerCase(), guesses, 0)
  const found: Guess[] = []
  for (let i = 0; i < answers.size(); i++) {
    const [probability, label] = answers.get(i)
    found.push({ language: tagOf(label), probability })
  }
  answers.delete()
  return found
}

/** The part of the model's own interface that is used: a vector of pairs that must be freed. */
interface Model {
  predict(text: string, most: number, threshold: number): Answers
}
interface Answers {
  size(): number
  get(index: number): readonly [number, string]
  delete(): void
}

let loading: Promise<Model> | undefined

function loadedModel(): Promise<Model> {
  loading ??= loadModel().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function loadModel(): Promise<Model> {
  const { getLIDModel } = await import('fasttext.wasm.js')
  const identifier = await getLIDModel()
  return (await identifier.load()) as unknown as Model
}

/** Wikipedia's codes that are languages of another tag. */
const otherTags: Readonly<Record<string, string>> = { yue: 'zh', wuu: 'zh', arz: 'ar', sh: 'sr', nn: 'no' }

function tagOf(label: string): string {
  const code = label.replace('__label__', '')
  return otherTags[code] ?? code
}
