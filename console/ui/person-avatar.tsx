/** Twelve grounds on which white letters reach 4.5 to 1. */
const grounds = [
  '#3a5fb8',
  '#7a4fb5',
  '#a8427f',
  '#b0413e',
  '#9a5a17',
  '#6b6a14',
  '#3d7430',
  '#1f7562',
  '#1d7085',
  '#4a5a75',
  '#5a55c0',
  '#8a4a3a',
]

/** A person's letters on a colour of their own: the last two Han characters, or the initials. */
export function PersonAvatar({ name, id, size = 32 }: { name: string | null; id: number; size?: number }) {
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        borderRadius: '50%',
        overflow: 'hidden',
        background: grounds[id % grounds.length],
        color: '#fff',
        fontSize: Math.round(size * 0.4),
        lineHeight: 1,
        whiteSpace: 'nowrap',
      }}
    >
      {lettersOf(name ?? '')}
    </span>
  )
}

/** `王小明` gives `小明`, `Ada Lovelace` gives `AL`, nothing gives `?`. */
export function lettersOf(name: string): string {
  const trimmed = name.trim()
  if (/^\p{Script=Han}+$/u.test(trimmed)) return [...trimmed].slice(-2).join('')
  const initials = trimmed
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  return [initials[0], initials.length > 1 ? initials.at(-1) : ''].join('').toUpperCase() || '?'
}
