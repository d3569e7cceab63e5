import type { AssignmentPolicy } from '../../domain/assignment/policy.ts'

const drafts = new Map<number, AssignmentPolicy>()

/** Lends the unsaved rules of a brand to the simulator, until the page is closed; null when there are none. */
export function lendDraft(brandId: number, policy: AssignmentPolicy | null): void {
  if (policy) drafts.set(brandId, policy)
  else drafts.delete(brandId)
}

/** The rules lent last, or undefined. */
export function lentDraft(brandId: number): AssignmentPolicy | undefined {
  return drafts.get(brandId)
}
