import { z } from 'zod'

/** What kind of event there is and how its data look. `v` rises when the shape changes in a way that needs an upcaster. */
export interface EventDeclaration {
  readonly v: number
  readonly data: z.ZodType
}

/** Declares a term's events; names are `term.happened`. */
export function events<const E extends Readonly<Record<string, EventDeclaration>>>(declarations: E): E {
  return declarations
}

/** An event of which only ids and facts are told. Never message text, names or addresses. */
export function event<D extends z.ZodRawShape>(v: number, data: D) {
  return { v, data: z.object(data) } as const
}

export type ActorKind = 'staff' | 'customer' | 'system'

/** Who did it. The system has no number. */
export interface Actor {
  readonly kind: ActorKind
  readonly id: number | null
}

/** A line of the log as its readers get it. */
export interface LoggedEvent {
  readonly epoch: number
  readonly transaction: number
  readonly id: number
  readonly name: string
  readonly v: number
  readonly brandId: number | null
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
  readonly audience: readonly string[]
  readonly happenedAt: Date
  readonly recordedAt: Date
}

/** Keys by which the log says who hears of an event. */
export const audience = {
  shop: (id: number) => `shop:${id}`,
  team: (id: number) => `team:${id}`,
  staff: (id: number) => `staff:${id}`,
  brand: (id: number) => `brand:${id}`,
  conversation: (id: number) => `conversation:${id}`,
  /** Everybody who is signed in. */
  everybody: 'everybody',
} as const
