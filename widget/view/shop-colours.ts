import { readableOn, textOn } from '../colour/contrast.ts'

/** The shop's colour as CSS variables, with every text on or in it readable. */
export function shopColours(colour: string, dark: boolean): Record<string, string> {
  const accent = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#1677ff'
  const surface = dark ? '#2a2d33' : '#f2f3f5'
  return {
    '--accent': accent,
    '--on-accent': textOn(accent),
    '--accent-text': readableOn(accent, surface),
  }
}
