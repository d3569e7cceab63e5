/** The light of `#rrggbb` from 0 (black) to 1 (white), as WCAG 2 defines relative luminance. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours from 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** White or black, whichever reads better on the colour; the ratio is never below 4.5. White wins from 4.5 on. */
export function textOn(colour: string): '#ffffff' | '#000000' {
  return contrast(colour, '#ffffff') >= 4.5 ? '#ffffff' : '#000000'
}

/** From this ratio on people expect white on the colour, so the colour is made a little darker instead. */
const almostDark = 3

/** The shop's colour as an area that carries text, and the text's colour; at least 4.5 apart. */
export function filledWith(colour: string): { fill: string; text: '#ffffff' | '#000000' } {
  const near = contrast(colour, '#ffffff') >= almostDark
  const fill = near ? readableOn(colour, '#ffffff') : colour
  return { fill, text: textOn(fill) }
}

/** The colour, made darker or lighter until it reads on the background with at least `ratio`. */
export function readableOn(colour: string, background: string, ratio = 4.5): string {
  const towards = textOn(background)
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, towards, share)
    if (contrast(mixed, background) >= ratio) return mixed
  }
  return towards
}

function mix(from: string, to: string, share: number): string {
  const target = channels(to)
  const mixed = channels(from).map((value, i) => Math.round(value + ((target[i] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) || 0)
}
