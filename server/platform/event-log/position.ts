/** A place in the log. Opaque outside: `epoch.transaction.event`. */
export interface Position {
  readonly epoch: number
  readonly xact: number
  readonly eventId: number
}

export function writePosition(at: Position): string {
  return `${at.epoch}.${at.xact}.${at.eventId}`
}

/** Reads what `writePosition` wrote; the shape was checked at the edge. */
export function readPosition(text: string): Position {
  const [epoch = 0, xact = 0, eventId = 0] = text.split('.').map(Number)
  return { epoch, xact, eventId }
}

/** Negative when `a` comes before `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.epoch - b.epoch || a.xact - b.xact || a.eventId - b.eventId
}
