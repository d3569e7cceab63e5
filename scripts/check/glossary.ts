import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { tableRows } from './markdown.ts'
import { textOf } from './tree.ts'

const page = 'docs/glossary.md'

/** One term of the house: both languages' word, what it means, and the words nobody may use for it. */
export type Term = { english: string; chinese: string; meaning: string; banned: string[]; line: number }

/** Reads the tables of `docs/glossary.md`: `| term | 中文 | meaning | banned |`. */
export function glossaryTerms(root: string): Term[] {
  if (!existsSync(join(root, page))) return []
  return tableRows(textOf(root, page), 'term').map(({ cells, line }) => ({
    english: cells[0] ?? '',
    chinese: cells[1] ?? '',
    meaning: cells[2] ?? '',
    banned: (cells[3] ?? '')
      .split(',')
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== ''),
    line,
  }))
}

/** The words of a name: `ChatRoomId`, `chat_room_id` and `chat-room/id` all give chat, room, id. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

/** Whether a name holds a banned expression (one word or several), in the singular or with an s. */
export function holds(name: string, banned: string): boolean {
  const words = wordsOf(name)
  const wanted = wordsOf(banned)
  return words.some((_, start) =>
    wanted.every((word, offset) => {
      const here = words[start + offset]
      return here === word || here === `${word}s` || here === `${word}es`
    }),
  )
}
