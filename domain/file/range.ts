/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2). Null means the whole file: no header, another
 * unit, several parts or nonsense. `unsatisfiable` means that the file has no such part.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const asked = header?.match(/^bytes=(\d*)-(\d*)$/)
  if (!asked) return null
  const [, from = '', to = ''] = asked
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null
  if (start >= size || (from === '' && Number(to) === 0)) return 'unsatisfiable'
  return { start, end }
}
