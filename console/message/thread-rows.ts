import type { ThreadItem } from './thread-items.ts'

/** What the thread scrolls by: a line with the dividers that stand before it, or the sign that somebody types. */
export interface ThreadRow {
  key: string
  items: ThreadItem[]
}

/** Keeps dividers with the line behind them, so that a row keeps its name when earlier lines come in above. */
export function threadRows(items: readonly ThreadItem[], typing: boolean): ThreadRow[] {
  const rows: ThreadRow[] = []
  let before: ThreadItem[] = []
  for (const item of items) {
    before.push(item)
    if (item.kind === 'day' || item.kind === 'unread') continue
    rows.push({ key: item.key, items: before })
    before = []
  }
  return typing ? [...rows, { key: 'typing', items: [] }] : rows
}

/** Characters of a line and heights, as they are on a desk: near is enough, each row is measured once it shows. */
const lineHolds = 46
const lineHeight = 22
const folded = 18

/** About how high a row will be, in pixels. */
export function roughHeight(row: ThreadRow): number {
  return row.items.length === 0 ? 34 : row.items.reduce((sum, item) => sum + heightOf(item), 0)
}

function heightOf(item: ThreadItem): number {
  if (item.kind === 'day' || item.kind === 'unread') return 46
  const { text, files } = item.line
  if (item.kind === 'line' && item.line.kind === 'step') return 36
  const lines = text.split('\n').reduce((sum, part) => sum + 1 + Math.floor(part.length / lineHolds), 0)
  const around = item.kind === 'line' && item.follows ? 20 : 48
  return around + Math.min(lines, folded) * lineHeight + files.length * 60
}

/** The rows whose line holds these words, from top to bottom; without words none. */
export function rowsHolding(rows: readonly ThreadRow[], words: string): number[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  return rows.flatMap(({ items }, index) => {
    const line = items.at(-1)
    const isLine = line?.kind === 'line' || line?.kind === 'outgoing'
    return isLine && line.line.kind !== 'step' && line.line.text.toLowerCase().includes(wanted) ? [index] : []
  })
}
