/** One entry of the keyboard map. */
export interface KeyEntry {
  /**
   * `j`, `shift+j`, `mod+k` (⌘ on a Mac, Ctrl elsewhere), `g i` (one after the other), or `?` as it is typed.
   * Several ways to the same thing are separated by ` | `.
   */
  keys: string
  /** What it does: the key `keys.<does>` of the namespace's words. */
  does: string
}

/** What of a keyboard event matters. */
export interface Press {
  key: string
  ctrl: boolean
  meta: boolean
  alt: boolean
  shift: boolean
}

export type Match<E> = { kind: 'run'; entry: E } | { kind: 'wait'; pending: string } | { kind: 'none' }

/** A press as it is written in the map: `mod+k`, `shift+enter`, `?`. Shift is left out where the letter says it. */
export function chordOf(press: Press): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  const shiftCounts = press.shift && (press.key.length > 1 || /\p{L}/u.test(press.key))
  return [press.ctrl || press.meta ? 'mod' : '', press.alt ? 'alt' : '', shiftCounts ? 'shift' : '', key]
    .filter((part) => part !== '')
    .join('+')
}

/** The ways to press an entry, each a list of chords. */
export function waysOf(keys: string): string[][] {
  return keys.split(' | ').map((way) => way.split(' '))
}

/** Finds what a press means after what was pressed before. The entry registered last wins. */
export function match<E extends KeyEntry>(entries: readonly E[], pending: string, chord: string): Match<E> {
  const pressed = pending === '' ? chord : `${pending} ${chord}`
  const ways = entries.flatMap((entry) => waysOf(entry.keys).map((way) => ({ entry, way: way.join(' ') })))
  const exact = ways.findLast(({ way }) => way === pressed)
  if (exact) return { kind: 'run', entry: exact.entry }
  if (ways.some(({ way }) => way.startsWith(`${pressed} `))) return { kind: 'wait', pending: pressed }
  return pending === '' ? { kind: 'none' } : match(entries, '', chord)
}

/** Pairs of entries that the same keys would reach, or of which one hides the other (`g` before `g i`). */
export function conflicts<E extends KeyEntry>(entries: readonly E[]): [E, E][] {
  return entries.flatMap((one, index) =>
    entries
      .slice(index + 1)
      .filter((other) => waysOf(one.keys).some((a) => waysOf(other.keys).some((b) => collide(a, b))))
      .map((other): [E, E] => [one, other]),
  )
}

function collide(a: string[], b: string[]): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).join(' ') === b.slice(0, length).join(' ')
}

const symbols: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
  alt: 'Alt',
  shift: 'Shift',
}

/** A chord as it is shown: `mod+k` becomes `⌘ K` on a Mac and `Ctrl K` elsewhere. */
export function shownChord(chord: string, mac: boolean): string {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  return parts
    .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (symbols[part] ?? part.toUpperCase())))
    .join(' ')
}
