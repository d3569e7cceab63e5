import type { ClockKind } from './kinds.ts'
import type { EscalationStep, PolicyDefinition } from './policy-shape.ts'

/** Something that is to be done about a clock at a moment. */
export interface Mark {
  readonly what: 'warning' | 'breach' | 'escalation'
  readonly escalation: EscalationStep | null
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * All that happens to a clock that nobody meets, in order: the warning, the breach, and the policy's escalation steps
 * after each. A count of those done says what is next, so that nothing is done twice, whatever time does.
 */
export function marksOf(
  kind: ClockKind,
  definition: Pick<PolicyDefinition, 'escalation'>,
  times: { readonly warnAt: number; readonly dueAt: number },
): Mark[] {
  const after = (from: EscalationStep['from'], at: number) =>
    definition.escalation
      .filter((step) => step.from === from && step.kinds.includes(kind))
      .map((step): Mark => ({ what: 'escalation', escalation: step, at: at + step.afterSeconds * 1000 }))
  const marks: Mark[] = [
    { what: 'warning', escalation: null, at: times.warnAt },
    ...after('warning', times.warnAt),
    { what: 'breach', escalation: null, at: times.dueAt },
    ...after('breach', times.dueAt),
  ]
  return marks.toSorted((a, b) => a.at - b.at)
}

/** How a clock goes on when what has come due by `now` is done. */
export interface Advance {
  /** What is to be done, in order. */
  readonly done: readonly Mark[]
  readonly stepsDone: number
  /** When something is due again; null when that was all. */
  readonly nextAt: number | null
}

/**
 * Does all that has come due, also what came due while nobody looked. When the warning and the breach come together,
 * nobody is told of the warning any more.
 */
export function advance(marks: readonly Mark[], stepsDone: number, now: number): Advance {
  let count = stepsDone
  while ((marks[count]?.at ?? Number.POSITIVE_INFINITY) <= now) count++
  const came = marks.slice(stepsDone, count)
  const broken = came.some((mark) => mark.what === 'breach')
  return {
    done: came.filter((mark) => !(broken && mark.escalation?.from === 'warning' && onlyTells(mark))),
    stepsDone: count,
    nextAt: marks[count]?.at ?? null,
  }
}

/** Whether the step tells people and changes nothing: then the notice is all there is to know of it. */
export function onlyTells({ escalation }: Mark): boolean {
  return escalation?.action === 'notify_assignee' || escalation?.action === 'notify_duty_lead'
}
