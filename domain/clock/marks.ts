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
