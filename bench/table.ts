import type { Finding } from './row.ts'

/** The findings as a table of plain text. */
export function table(findings: readonly Finding[]): string {
  const lines = findings.map((one) => [
    one.what,
    one.bar,
    one.measured,
    one.ratio === null ? '' : one.ratio.toFixed(2),
    one.met === null ? 'no verdict' : one.met ? 'met' : 'NOT MET',
  ])
  const all = [['what', 'bar', 'measured (median)', 'ratio', 'met?'], ...lines]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
