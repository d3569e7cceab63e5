import type { ClockKind } from '../../../domain/clock/kinds.ts'
import { policyFor } from '../../../domain/clock/policy.ts'
import type { PolicyDefinition } from '../../../domain/clock/policy-shape.ts'
import type { Tx } from '../../platform/work.ts'
import { policiesOf } from '../kept.ts'
import type { VersionKey } from '../store/calendars.ts'
import { type ClockPlace, type NewClock, selectTopicParents, type WrittenClock } from '../store/clocks.ts'
import { type PresentPolicy, selectPresentPolicies } from '../store/policies.ts'

interface Chooser {
  /** Versions that may be asked for. */
  readonly policies: readonly VersionKey[]
  readonly calendars: readonly VersionKey[]
  /** The clock that starts there, or null when no policy promises that. */
  clockFor(place: ClockPlace, kind: ClockKind, startedAt: Date): Omit<NewClock, keyof WrittenClock> | null
}

interface Candidate extends PresentPolicy {
  readonly definition: PolicyDefinition
}

/** Reads which policies hold now in the brands of these places. */
export async function chooseTargets(tx: Tx, places: readonly ClockPlace[]): Promise<Chooser> {
  const brandIds = [...new Set(places.map((place) => place.brandId))]
  const present = brandIds.length > 0 ? await selectPresentPolicies(tx, brandIds) : []
  const definition = await policiesOf(tx, present)
  const candidates = present.map((one): Candidate => ({ ...one, definition: definition(one) }))
  const byBrand = Map.groupBy(candidates, (one) => one.brandId)
  const byTopic = candidates.some((one) => one.definition.match.topicIds.length > 0)
  const parents = byTopic ? await selectTopicParents(tx, brandIds) : new Map<number, number | null>()
  return {
    policies: present,
    calendars: present.flatMap(({ calendarId: id, calendarVersion: version }) =>
      id === null || version === null ? [] : [{ id, version }],
    ),
    clockFor: (place, kind, startedAt) => {
      const facts = { ...place, topicIds: topicAndAbove(place.topicId, parents) }
      const policy = policyFor(byBrand.get(place.brandId) ?? [], facts)
      const target = policy?.definition.targets[kind]
      if (!policy || !target) return null
      const onCalendar = target.runsOn === 'calendar'
      return {
        brandId: place.brandId,
        conversationId: place.id,
        kind,
        policyId: policy.id,
        policyVersion: policy.version,
        calendarId: onCalendar ? policy.calendarId : null,
        calendarVersion: onCalendar ? policy.calendarVersion : null,
        targetMs: target.seconds * 1000,
        startedAt,
      }
    },
  }
}

function topicAndAbove(topicId: number | null, parents: ReadonlyMap<number, number | null>): number[] {
  const found: number[] = []
  for (let at = topicId; at !== null && !found.includes(at); at = parents.get(at) ?? null) found.push(at)
  return found
}
