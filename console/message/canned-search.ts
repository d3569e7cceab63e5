import { inLanguage, type Localized } from '../../domain/localized.ts'

export interface CannedReply {
  id: number
  brandId: number
  ownerId: number | null
  shortcut: string
  text: Localized
  used: number
}

/** What stands after a `/` that begins the text or follows a blank, up to the caret; null when there is none. */
export function slashBefore(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret)
  const match = /(^|\s)[/／]([\p{L}\p{N}_-]{0,40})$/u.exec(before)
  if (!match) return null
  return { from: before.length - (match[2]?.length ?? 0) - 1, query: match[2] ?? '' }
}

/** How well a canned reply answers the query; lower is better, null is not at all. */
function rank(reply: CannedReply, query: string): number | null {
  if (query === '') return 3
  const shortcut = reply.shortcut.toLowerCase()
  if (shortcut === query) return 0
  if (shortcut.startsWith(query)) return 1
  if (shortcut.includes(query)) return 2
  return Object.values(reply.text).some((text) => text.toLowerCase().includes(query)) ? 4 : null
}

/** Canned replies that fit, best first: by shortcut, then by words; own before shared, used before unused. */
export function searchCanned(
  replies: readonly CannedReply[],
  query: string,
  language: string,
  limit = 8,
): { reply: CannedReply; text: string }[] {
  const wanted = query.toLowerCase()
  return replies
    .flatMap((reply) => {
      const place = rank(reply, wanted)
      return place === null ? [] : [{ reply, place }]
    })
    .sort(
      (a, b) =>
        a.place - b.place ||
        Number(b.reply.ownerId !== null) - Number(a.reply.ownerId !== null) ||
        b.reply.used - a.reply.used ||
        a.reply.shortcut.localeCompare(b.reply.shortcut),
    )
    .slice(0, limit)
    .map(({ reply }) => ({ reply, text: inLanguage(reply.text, language) }))
}
