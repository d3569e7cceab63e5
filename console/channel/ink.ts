/** Black or white, whichever reads better on the colour (`#rrggbb`), by WCAG 2.2 relative luminance. */
export function inkOn(colour: string): '#ffffff' | '#111318' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / (0.0065 + 0.05) ? '#ffffff' : '#111318'
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
