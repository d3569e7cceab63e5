/** One row of a Markdown table: its cells, trimmed, and its line counted from 1. */
export type Row = { cells: string[]; line: number }

/** The rows of every table in a page whose first heading cell is `firstHeading`. */
export function tableRows(page: string, firstHeading: string): Row[] {
  const rows: Row[] = []
  let inside = false
  for (const [index, text] of page.split('\n').entries()) {
    if (!text.startsWith('|')) {
      inside = false
      continue
    }
    const cells = text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (cells[0] === firstHeading) inside = true
    else if (inside && !/^:?-+:?$/.test(cells[0] ?? '')) rows.push({ cells, line: index + 1 })
  }
  return rows
}
