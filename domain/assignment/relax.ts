import type { AssignmentPolicy } from './policy.ts'
import { requirementsKey, withoutWishes } from './requirements.ts'
import type { Asked, Requirements } from './shapes.ts'

/** The last step of the ladder: whoever may serve the shop. */
export const lastStep = 4

/** What each step drops; the first entry is step 1. */
export const dropped = ['preferred', 'levels', 'team', 'everything'] as const
export type Dropped = (typeof dropped)[number]

/**
 * The requirements at a step of the ladder: 0 all; 1 without wishes; 2 any level will do; 3 the overflow team
 * may take it, too; 4 whoever may serve the shop.
 */
export function requirementsAt(asked: Asked, step: number): Requirements {
  const { overflowTeamId, ...whole } = asked
  if (step <= 0) return whole
  let asks = withoutWishes(whole)
  if (step >= 2) {
    asks = {
      ...asks,
      language: asks.language && { ...asks.language, level: Math.min(1, asks.language.level) },
      skills: asks.skills.map((one) => ({ ...one, level: Math.min(1, one.level) })),
    }
  }
  if (step >= 3 && overflowTeamId !== null && asks.teamIds.length > 0) {
    const teamIds = [...new Set([...asks.teamIds, overflowTeamId])].sort((a, b) => a - b)
    asks = { ...asks, teamIds }
  }
  if (step >= lastStep) {
    asks = {
      ...asks,
      teamIds: [],
      language: asks.language && { ...asks.language, level: 0 },
      skills: asks.skills.map((one) => ({ ...one, level: 0 })),
    }
  }
  return asks
}

/** After how many seconds of waiting each step comes. */
export function stepSeconds(ladder: AssignmentPolicy['ladder'], step: number): number {
  const seconds = [0, ladder.preferredAfter, ladder.levelsAfter, ladder.overflowAfter, ladder.anybodyAfter]
  return seconds[step] ?? ladder.anybodyAfter
}

/** The next step that changes anything; null at the end of the ladder. */
export function nextStep(asked: Asked, step: number): number | null {
  const now = requirementsKey(requirementsAt(asked, step))
  for (let next = step + 1; next <= lastStep; next++) {
    if (requirementsKey(requirementsAt(asked, next)) !== now) return next
  }
  return null
}

export interface LadderPlace {
  readonly step: number
  /** When the next step that changes anything comes, epoch milliseconds; null when none does. */
  readonly stepAt: number | null
  readonly asks: Requirements
}

/** Where on the ladder something stands that has been asked for since a moment; never below `atLeast`. */
export function ladderAt(
  asked: Asked,
  since: number,
  ladder: AssignmentPolicy['ladder'],
  now: number,
  atLeast = 0,
): LadderPlace {
  let step = atLeast
  let next = nextStep(asked, step)
  while (next !== null && since + stepSeconds(ladder, next) * 1000 <= now) {
    step = next
    next = nextStep(asked, step)
  }
  return {
    step,
    stepAt: next === null ? null : since + stepSeconds(ladder, next) * 1000,
    asks: requirementsAt(asked, step),
  }
}

/** What was dropped on the way from one step to another. */
export function droppedBetween(asked: Asked, from: number, to: number): Dropped[] {
  const steps: Dropped[] = []
  for (let step = from; ; ) {
    const next = nextStep(asked, step)
    if (next === null || next > to) return steps
    steps.push(dropped[next - 1] ?? 'everything')
    step = next
  }
}
