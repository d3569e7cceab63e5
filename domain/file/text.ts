/** Control characters that no text has: all but tab, line feed, form feed, carriage return and escape. */
function isForeign(code: number): boolean {
  return (code < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(code)) || code === 0x7f
}

/** What pages, drawings and programs in text begin with. */
const notPlain = /^\uFEFF?\s*(<[a-z!?/]|#!|@echo\b|\{\\rtf)/i

/**
 * Whether these bytes, from the beginning of a file, are plain text: UTF-8, UTF-16 with its mark, or GB 18030.
 * Markup and scripts are not. `cut` says that the file goes on, so the last letter may be broken.
 */
export function looksLikeText(head: Uint8Array, cut: boolean): boolean {
  const decoded = decode(head, cut)
  return decoded !== null && !notPlain.test(decoded)
}

function decode(head: Uint8Array, cut: boolean): string | null {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', head, cut)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', head, cut)
  if (head.some(isForeign)) return null
  return decodeAs('utf-8', head, cut) ?? decodeAs('gb18030', head, cut)
}

function decodeAs(encoding: string, bytes: Uint8Array, cut: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
    return Array.from(text).some((letter) => isForeign(letter.charCodeAt(0))) ? null : text
  } catch {
    return null
  }
}
