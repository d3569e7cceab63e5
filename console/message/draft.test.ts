import { describe, expect, it } from 'vitest'
import { draftToShow, readLocalDraft } from './draft.ts'

const now = Date.UTC(2026, 10, 11)

describe('a draft', () => {
  it('comes back after a crash, even when the server never got it', () => {
    expect(draftToShow({ text: 'half a sent', at: now - 1000, synced: false }, 'half', now)).toBe(
      'half a sent',
    )
  })

  it('is the one from the other device when the server had this one', () => {
    expect(draftToShow({ text: 'old', at: now - 1000, synced: true }, 'newer', now)).toBe('newer')
    expect(draftToShow(null, 'newer', now)).toBe('newer')
  })

  it('is forgotten here after two weeks', () => {
    expect(draftToShow({ text: 'ancient', at: now - 15 * 86_400_000, synced: false }, '', now)).toBe('')
  })

  it('is not read from what is no draft', () => {
    expect(readLocalDraft('{{')).toBeNull()
    expect(readLocalDraft('[1]')).toBeNull()
    expect(readLocalDraft(JSON.stringify({ text: 'a', at: 1, synced: true }))).toEqual({
      text: 'a',
      at: 1,
      synced: true,
    })
  })
})
