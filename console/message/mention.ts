/** What stands after an `@` before the caret; null when there is none. */
export function atBefore(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret)
  const match = /(^|[\s（(，,。；;：:、]|\p{Script=Han})[@＠]([\p{L}\p{N}_.·-]{0,40})$/u.exec(before)
  if (!match) return null
  return { from: before.length - (match[2]?.length ?? 0) - 1, query: match[2] ?? '' }
}

/** Those of the picked people whose name still stands in the text after an `@`. */
export function mentionedIn(text: string, picked: readonly { id: number; name: string }[]): number[] {
  return [...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]
}

/** Puts words in the place from `from` to the caret; says where the caret is then. */
export function replaceSpan(
  text: string,
  from: number,
  caret: number,
  words: string,
): { text: string; caret: number } {
  return { text: text.slice(0, from) + words + text.slice(caret), caret: from + words.length }
}
