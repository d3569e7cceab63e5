import { describe, expect, it } from 'vitest'
import { openingLanguage, verdict } from './verdict.ts'

describe('verdict', () => {
  it('takes a common language before a rare one that the model likes a little better', () => {
    const reading = { kind: 'latin', letters: 8, hint: null } as const
    const guesses = [
      { language: 'nds', probability: 0.4 },
      { language: 'de', probability: 0.35 },
    ]
    expect(verdict(reading, guesses)).toBe('de')
  })

  it('says nothing when the guesses are spread thin', () => {
    const reading = { kind: 'latin', letters: 5, hint: null } as const
    const guesses = ['en', 'es', 'it', 'fr'].map((language) => ({ language, probability: 0.2 }))
    expect(verdict(reading, guesses)).toBeNull()
  })

  it('says nothing about two letters', () => {
    expect(
      verdict({ kind: 'latin', letters: 2, hint: null }, [{ language: 'en', probability: 0.99 }]),
    ).toBeNull()
  })

  it('knows a greeting that stands alone, whatever its punctuation', () => {
    expect(openingLanguage('Hello!!')).toBe('en')
    expect(openingLanguage('¡Buenos días!')).toBe('es')
    expect(openingLanguage('constructor')).toBeNull()
  })
})
