import { fillVariables } from '../../domain/canned-reply/variables.ts'

/** What makes us ask once more before a reply goes out. */
export type Doubt = { kind: 'others'; name: string } | { kind: 'unfilled'; names: string[] }

/** Doubts about sending these words to the customer: somebody else has the talk, or a variable was left open. */
export function doubtsAbout(
  text: string,
  held: { assigneeId: number | null; assigneeName: string | null },
  staffId: number,
): Doubt[] {
  const doubts: Doubt[] = []
  if (held.assigneeId !== null && held.assigneeId !== staffId) {
    doubts.push({ kind: 'others', name: held.assigneeName ?? '' })
  }
  const names = [...fillVariables(text, {}).missing]
  if (names.length > 0) doubts.push({ kind: 'unfilled', names })
  return doubts
}
