import type { AssignmentPolicy } from '../../domain/assignment/policy.ts'

const drafts = new Map<number, AssignmentPolicy>()

/** Lends the unsaved rules of a brand to the simulator, until the page is closed. */
export function lendDraft(brandId: number, policy: AssignmentPolicy): void {
  drafts.set(brandId, policy)
}

/** The rules lent last, or undefined. */
export function lentDraft(brandId: number): AssignmentPolicy | undefined {
  return drafts.get(brandId)
}
