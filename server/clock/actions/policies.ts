import { defaultPolicy } from '../../../domain/clock/defaults.ts'
import type { clockEndpoints } from '../../../domain/clock/endpoints.ts'
import { type PolicyDefinition, policyDefinition } from '../../../domain/clock/policy-shape.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessWholeBrand, brandsSeen } from '../../brand/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../../platform/work.ts'
import { accessPolicyToChange } from '../access.ts'
import { isOpenCalendar } from '../store/calendars.ts'
import {
  insertPolicy,
  insertPolicyVersion,
  lockOpenPolicies,
  matchIsOfBrand,
  seedPolicies,
  selectPolicies,
  updatePolicyRow,
  updatePositions,
} from '../store/policies.ts'

/** The policies of the brands that the viewer sees. */
export async function listPolicies(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof clockEndpoints.listPolicies>> {
  const rows = await selectPolicies(tx, await brandsSeen(tx, viewer))
  return {
    policies: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      position: row.position,
      version: row.version,
      definition: policyDefinition.parse(row.definition),
      archived: row.archived_at !== null,
    })),
  }
}

export interface PolicyInput {
  readonly brandId: number
  readonly name: string
  readonly definition: PolicyDefinition
}

/** Refuses `brand_not_found`, `not_allowed`, `clock_policy_name_taken`, `calendar_not_found`, `clock_match_unknown`. */
export async function createPolicy(work: Work, viewer: Viewer, input: PolicyInput): Promise<number> {
  await accessWholeBrand(work.tx, viewer, input.brandId, 'clock.manage')
  await requireOwn(work.tx, input.brandId, input.definition)
  await lockOpenPolicies(work.tx, input.brandId)
  const made = { madeBy: viewer.staffId, now: work.now }
  const policyId = await insertPolicy(work.tx, input, made).catch(nameTaken)
  await appendChanged(work, input.brandId, policyId, 1)
  return policyId
}

export interface PolicyChange {
  readonly name?: string | undefined
  readonly definition?: PolicyDefinition | undefined
  readonly archived?: boolean | undefined
}

/**
 * Another definition is another version; clocks that run keep theirs. Answers the version that holds from now on.
 * Refuses `clock_policy_not_found`, `not_allowed`, `clock_policy_name_taken`, `calendar_not_found`, `clock_match_unknown`.
 */
export async function updatePolicy(
  work: Work,
  viewer: Viewer,
  policyId: number,
  change: PolicyChange,
): Promise<number> {
  const row = await accessPolicyToChange(work.tx, viewer, policyId)
  const version = change.definition ? row.version + 1 : row.version
  if (change.definition) {
    const made = { madeBy: viewer.staffId, now: work.now }
    await insertPolicyVersion(work.tx, policyId, version, change.definition, made)
  }
  // Also when it is restored: its calendar may have been archived meanwhile.
  if (change.definition || change.archived === false) {
    await requireOwn(work.tx, row.brand_id, change.definition ?? policyDefinition.parse(row.definition))
  }
  const { name, archived } = change
  await updatePolicyRow(work.tx, policyId, { name, archived, version }, work.now).catch(nameTaken)
  await appendChanged(work, row.brand_id, policyId, version)
  return version
}

/** Refuses `brand_not_found`, `not_allowed`, `clock_policy_order_incomplete`. */
export async function orderPolicies(
  work: Work,
  viewer: Viewer,
  brandId: number,
  policyIds: readonly number[],
): Promise<void> {
  await accessWholeBrand(work.tx, viewer, brandId, 'clock.manage')
  const open = await lockOpenPolicies(work.tx, brandId)
  const named = new Set(policyIds)
  const complete = named.size === policyIds.length && open.length === named.size
  if (!complete || !open.every((policyId) => named.has(policyId)))
    throw refuse('clock_policy_order_incomplete')
  await updatePositions(work.tx, policyIds)
  const first = policyIds[0]
  if (first !== undefined) await appendChanged(work, brandId, first, null)
}

/** Gives brands that have never had a policy the one to begin with. */
export async function seedClockPolicies(work: Work, brandIds: readonly number[]): Promise<void> {
  if (brandIds.length === 0) return
  for (const { id, brand_id } of await seedPolicies(work.tx, brandIds, defaultPolicy, work.now)) {
    await appendChanged(work, brand_id, id, 1)
  }
}

/** What a policy names must be of its brand, the calendar also open. */
async function requireOwn(tx: Tx, brandId: number, { match, calendarId }: PolicyDefinition): Promise<void> {
  if (calendarId !== null && !(await isOpenCalendar(tx, brandId, calendarId)))
    throw refuse('calendar_not_found')
  if (!(await matchIsOfBrand(tx, brandId, match))) throw refuse('clock_match_unknown')
}

/** Without a version only places changed. */
async function appendChanged(
  work: Work,
  brandId: number,
  policyId: number,
  version: number | null,
): Promise<void> {
  await appendEvent(work, {
    name: 'clock.policy_changed',
    brandId,
    data: { policyId, version },
    audience: [audience.everybody],
  })
}

function nameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'clock_policy_name' ? refuse('clock_policy_name_taken') : error
}
