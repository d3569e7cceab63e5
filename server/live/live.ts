import type { LoggedEvent } from '../../domain/event.ts'
import {
  comparePositions,
  type Position,
  readPosition,
  writePosition,
} from '../platform/event-log/position.ts'
import { positionOf, readEventsUpTo, readTable } from '../platform/event-log/read.ts'
import { startTail, type Tail } from '../platform/event-log/tail.ts'
import type { Platform } from '../platform/work.ts'
import { accessChanges } from './access-changes.ts'
import { Attendance } from './attendance.ts'
import { lacksFacts, loadFacts } from './facts.ts'
import { Looking } from './looking.ts'
import { RowTicker } from './row-ticker.ts'
import { StaffRooms } from './staff-rooms.ts'
import type { ViewerSource } from './viewer-source.ts'
import { VisitorRooms } from './visitor-rooms.ts'

/** All that tells sockets of this process what happens. */
export interface Live {
  readonly staff: StaffRooms
  readonly visitors: VisitorRooms
  readonly looking: Looking
  readonly attendance: Attendance
  /** The place up to which sockets here were told. */
  position(): string
  /**
   * Events between a place and now, for a client that comes back; null when there are more than 1,000 or the
   * place is not of this log: then it reads everything again.
   */
  missed(since: string): Promise<LoggedEvent[] | null>
  /** Events just before a place: lists are told of them a little later than of the place itself. */
  justBefore(place: string): Promise<LoggedEvent[]>
  stop(): Promise<void>
}

const mostMissed = 1000
/** Longer than rows wait for their tick (`RowTicker`: 2.5 s), in seconds. */
const rowsLag = 5

/** Starts following the log for the sockets of this process. */
export async function startLive(platform: Platform, viewers: ViewerSource): Promise<Live> {
  const staff = new StaffRooms()
  const visitors = new VisitorRooms()
  const attendance = new Attendance(platform)
  const looking = new Looking(platform.bus, (conversationId) => {
    const now = performance.now()
    staff.sendToWatchers(conversationId, JSON.stringify(looking.frame(conversationId, now)))
    visitors.typing(conversationId, looking.answering(conversationId, now))
  })
  let tail: Tail | null = null
  // Moves in the same breath as the sockets are told, so that who comes in between misses nothing.
  let told: Position | null = null
  const place = () => told ?? tail?.position() ?? { epoch: 0, xact: 0, eventId: 0 }
  const position = () => writePosition(place())
  const ticker = new RowTicker(platform, staff, position)

  tail = await startTail(platform, async (events) => {
    const last = events.at(-1)
    if (!last) return
    const at = writePosition(positionOf(last))
    await accessChanges(platform, events, staff, viewers)
    const started = visitors.startedBySeated(events)
    const isHeard = (id: number) => staff.isWatched(id) || visitors.isHeld(id) || started.has(id)
    let facts = await loadFacts(platform, events, isHeard)
    // Somebody may have begun to listen meanwhile.
    while (lacksFacts(events, facts, isHeard)) facts = await loadFacts(platform, events, isHeard)
    visitors.joinStarted(events, facts)
    staff.publish(events, facts, at)
    visitors.publish(events, facts, at)
    ticker.note(events)
    told = positionOf(last)
  })

  return {
    staff,
    visitors,
    looking,
    attendance,
    position,
    missed: async (since) => {
      const from = readPosition(since)
      const to = place()
      if (from.epoch !== to.epoch) return null
      const events = await readTable(platform, from, mostMissed + 1)
      if (events.length > mostMissed) return null
      return events.filter((event) => comparePositions(positionOf(event), to) <= 0)
    },
    justBefore: (place) => readEventsUpTo(platform, readPosition(place), rowsLag, mostMissed),
    stop: async () => {
      ticker.stop()
      await tail?.stop()
      staff.closeAll()
      visitors.closeAll()
      await attendance.stop()
    },
  }
}
