/** What every surface, line and letter is made of. One set of names, two sets of values. */
export interface Colours {
  /** Behind everything. */
  ground: string
  /** Panels and sheets. */
  surface: string
  /** A row under the pointer, a quiet field. */
  sunken: string
  line: string
  text: string
  /** Second voice: labels, hints. At least 4.5 to 1 on `surface` and `ground`. */
  quiet: string
  accent: string
  accentText: string
  accentSoft: string
  amber: string
  amberSoft: string
  red: string
  redSoft: string
  green: string
  greenSoft: string
  /** The tint of notes that customers never see. */
  noteSoft: string
  /** Our own words in a thread. */
  oursSoft: string
  shadow: string
}

export const light: Colours = {
  ground: '#f5f6f8',
  surface: '#ffffff',
  sunken: '#f0f2f5',
  line: '#e2e5ea',
  text: '#1b1f26',
  quiet: '#5c6470',
  accent: '#2b5cd9',
  accentText: '#2350c4',
  accentSoft: '#e9effd',
  amber: '#8f5600',
  amberSoft: '#fdf1d8',
  red: '#c22a2a',
  redSoft: '#fdebea',
  green: '#1c7445',
  greenSoft: '#e4f5eb',
  noteSoft: '#fff6dc',
  oursSoft: '#e7eefc',
  shadow: '0 6px 24px rgb(20 28 45 / 12%)',
}

export const dark: Colours = {
  ground: '#121418',
  surface: '#1a1d23',
  sunken: '#2a2f38',
  line: '#31363f',
  text: '#e8eaee',
  quiet: '#a0a8b4',
  accent: '#3f6ee8',
  accentText: '#8fb1ff',
  accentSoft: '#1f2b49',
  amber: '#f0b14a',
  amberSoft: '#3a2d13',
  red: '#ff8a84',
  redSoft: '#43211f',
  green: '#66cc92',
  greenSoft: '#17352a',
  noteSoft: '#362f18',
  oursSoft: '#20304f',
  shadow: '0 6px 24px rgb(0 0 0 / 45%)',
}

export const fontFamily = 'system-ui, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'
export const monoFamily = 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, monospace'

/** The colours as CSS variables: `accentSoft` becomes `--accent-soft`. */
export function cssVariables(colours: Colours): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colours).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  )
}
