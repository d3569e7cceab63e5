import type { Reason } from '../../../domain/assignment/shapes.ts'

/** Somebody decided it themselves. */
export const byHand: Reason = {
  rule: 'by_hand',
  match: null,
  spare: null,
  idleSince: null,
  eligible: null,
  step: null,
}
