import { z } from 'zod'
import { filledWith, readableOn } from './contrast.ts'

/** CSS variables: an area in the shop's colour, what stands on it, and text in the colour. */
export const shopColoursShape = z.object({
  '--accent': z.string(),
  '--on-accent': z.string(),
  '--accent-text': z.string(),
})
export type ShopColours = z.infer<typeof shopColoursShape>

/** The shop's colour as the CSS variables of the customer's screens, with every text on or in it readable. */
export function shopColours(colour: string, dark: boolean): ShopColours {
  const asked = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#1677ff'
  const surface = dark ? '#2a2d33' : '#f2f3f5'
  const { fill, text } = filledWith(asked)
  return {
    '--accent': fill,
    '--on-accent': text,
    '--accent-text': readableOn(asked, surface),
  }
}
