/** A piece of a message: plain text, or an address that may be opened. */
export interface Piece {
  /** Where it starts in the text. */
  readonly at: number
  readonly text: string
  readonly href?: string
}

/** Ends at white space, quotes and brackets, and at Chinese text and punctuation. */
const address = /(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^\u2018-\u201d\u3000-\u9fff\uff00-\uffef]+/gi
const trailing = /[.,;:!?)\]*_~]$/

/** Finds web addresses (http and https only) in a text. Nothing is read as markup. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    const found = trimmed(match[0])
    const href = /^www\./i.test(found) ? `https://${found}` : found
    if (!URL.canParse(href)) continue
    if (match.index > end) pieces.push({ at: end, text: text.slice(end, match.index) })
    pieces.push({ at: match.index, text: found, href })
    end = match.index + found.length
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end) })
  return pieces
}

/** Without the stop that ends the sentence; a closing bracket stays where one was opened. */
function trimmed(found: string): string {
  let text = found
  while (trailing.test(text) && !(text.endsWith(')') && isBalanced(text))) text = text.slice(0, -1)
  return text
}

const isBalanced = (text: string) => text.split('(').length >= text.split(')').length
