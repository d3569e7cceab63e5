import type { AssignmentPolicy } from '../../../domain/assignment/policy.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessPartOfBrand, accessWholeBrand } from '../../brand/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import {
  insertPolicyVersion,
  type PolicyChange,
  type PolicyRecord,
  referencesKnown,
  selectPolicyChanges,
  selectPolicyVersion,
} from '../store/policy.ts'

/** The policy of a brand: the one in force, or an older version. Refuses `not_found`. */
export async function readPolicy(
  tx: Tx,
  viewer: Viewer,
  brandId: number,
  version: number | undefined,
): Promise<PolicyRecord> {
  await accessPartOfBrand(tx, viewer, brandId, 'conversation.read')
  const record = await selectPolicyVersion(tx, brandId, version ?? null)
  if (!record) throw refuse('not_found')
  return record
}

/** Who changed the policy of a brand when, newest first, 100 at most. */
export async function listPolicyChanges(tx: Tx, viewer: Viewer, brandId: number): Promise<PolicyChange[]> {
  await accessPartOfBrand(tx, viewer, brandId, 'conversation.read')
  return selectPolicyChanges(tx, brandId, 100)
}

/**
 * Puts a new version in force; what waits now is sorted anew by it. Refuses `policy_changed` when somebody was
 * faster, `policy_reference_unknown`.
 */
export async function changePolicy(
  work: Work,
  viewer: Viewer,
  brandId: number,
  change: { version: number; policy: AssignmentPolicy },
): Promise<number> {
  await accessWholeBrand(work.tx, viewer, brandId, 'assignment.manage')
  if (!(await referencesKnown(work.tx, brandId, change.policy))) throw refuse('policy_reference_unknown')
  const made = await insertPolicyVersion(work.tx, {
    brandId,
    after: change.version,
    policy: change.policy,
    madeBy: viewer.staffId,
    now: work.now,
  })
  if (!made) throw refuse('policy_changed')
  const version = change.version + 1
  await appendEvent(work, {
    name: 'assignment.policy_changed',
    brandId,
    data: { brandId, version },
    audience: [audience.brand(brandId)],
  })
  return version
}
