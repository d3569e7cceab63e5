import type { FastifyRequest } from 'fastify'
import { type StaffFrame, type StaffPush, staffFrame } from '../../domain/live/frames.ts'
import { covers, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { accessConversation } from '../conversation/access.ts'
import type { Platform } from '../platform/work.ts'
import { rowsById } from '../view/rows.ts'
import type { SocketConnection } from './connection.ts'
import { conversationOf, loadFacts } from './facts.ts'
import type { Live } from './live.ts'
import { fullEvent } from './staff-rooms.ts'
import type { ViewerSource } from './viewer-source.ts'

const leaseMs = 15_000

type Tell = (frame: string) => void

/** Serves one staff socket until it closes. */
export function serveStaffSocket(
  platform: Platform,
  live: Live,
  viewers: ViewerSource,
  client: SocketConnection,
  request: FastifyRequest,
): void {
  const say = (push: StaffPush) => client.send(JSON.stringify(push))
  const look = (viewer: Viewer, conversationId: number, on: boolean, typing = false, note = false) =>
    live.looking.tell({
      type: 'looking',
      conversationId,
      staffId: viewer.staffId,
      name: viewer.name,
      on,
      typing,
      note,
    })

  const renew = setInterval(() => {
    const viewer = live.staff.viewer(client)
    if (viewer) for (const id of live.staff.watchedBy(client)) look(viewer, id, true)
  }, leaseMs).unref()

  client.onClose(() => {
    clearInterval(renew)
    const viewer = live.staff.viewer(client)
    for (const id of live.staff.leave(client)) if (viewer) look(viewer, id, false)
    if (viewer) live.attendance.go(viewer.staffId)
  })

  const hello = async (since: string | undefined) => {
    if (live.staff.viewer(client)) return
    const viewer = await viewers.viewerOf(request)
    if (!client.open) return
    if (!viewer) {
      client.close(4401, 'sign in first')
      return
    }
    client.greeted()
    live.staff.join(client, viewer, request)
    live.attendance.come(viewer.staffId)
    // Until what was missed is told, a break must resume from the old place.
    say({ type: 'welcome', position: since ?? live.position(), staffId: viewer.staffId })
    if (since !== undefined) await client.catchUp((tell) => tellMissedRows(viewer, since, tell))
  }

  const tellMissedRows = async (viewer: Viewer, since: string, tell: Tell) => {
    const position = live.position()
    const events = await live.missed(since)
    if (events === null) return tell(JSON.stringify({ type: 'reset', position } satisfies StaffPush))
    const ids = new Set(events.flatMap((event) => conversationOf(event) ?? []))
    const reach = reachOf(viewer, 'conversation.read')
    const found = ids.size > 0 ? await rowsById(platform, [...ids]) : []
    const rows = found.filter((row) => covers(reach, row) || row.assigneeId === viewer.staffId)
    if (rows.length > 0) tell(JSON.stringify({ type: 'rows', rows, position } satisfies StaffPush))
    const named = events.flatMap((event) => (conversationOf(event) === null ? [termOf(event.name)] : []))
    const terms = [...new Set(named)]
    if (terms.length > 0) tell(JSON.stringify({ type: 'stale', terms, position } satisfies StaffPush))
  }

  const watch = async (viewer: Viewer, conversationId: number, since: string | undefined): Promise<void> => {
    await accessConversation(platform.kysely, viewer, conversationId)
    const now = live.staff.viewer(client)
    // Whose access changed meanwhile is asked again.
    if (now && now !== viewer) return watch(now, conversationId, since)
    live.staff.watch(client, conversationId)
    look(viewer, conversationId, true)
    if (since !== undefined) await client.catchUp((tell) => tellMissedEvents(conversationId, since, tell))
  }

  const tellMissedEvents = async (conversationId: number, since: string, tell: Tell) => {
    const position = live.position()
    const events = await live.missed(since)
    if (events === null) return tell(JSON.stringify({ type: 'reset', position } satisfies StaffPush))
    const missed = events.filter((event) => conversationOf(event) === conversationId)
    if (missed.length === 0) return
    const facts = await loadFacts(platform, missed, () => true)
    const full = missed.map((event) => fullEvent(event, conversationId, facts))
    tell(JSON.stringify({ type: 'events', events: full, position } satisfies StaffPush))
  }

  const handle = async (frame: StaffFrame) => {
    if (frame.type === 'ping') return say({ type: 'pong' })
    if (frame.type === 'hello') return hello(frame.since)
    const viewer = live.staff.viewer(client)
    if (!viewer) return client.close(4401, 'hello first')
    const { conversationId } = frame
    if (frame.type === 'watch') return watch(viewer, conversationId, frame.since)
    if (!live.staff.watches(client, conversationId)) return
    if (frame.type === 'typing') return look(viewer, conversationId, true, frame.typing, frame.note)
    live.staff.unwatch(client, conversationId)
    look(viewer, conversationId, false)
  }

  client.onFrame(
    async (text) => {
      const parsed = staffFrame.safeParse(readJson(text))
      if (!parsed.success) {
        client.close(4400, 'frame not understood')
        return
      }
      try {
        await handle(parsed.data)
      } catch (error) {
        if (parsed.data.type !== 'watch' || !isGone(error)) throw error
        say({ type: 'left', conversationId: parsed.data.conversationId })
      }
    },
    (error) => {
      platform.log.warn({ err: error }, 'a staff socket failed; it is closed and will come back')
      client.close(1011, 'try again')
    },
  )
}

function isGone(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'conversation_not_found'
}

function termOf(name: string): string {
  return name.split('.')[0] ?? name
}

/** JSON of a frame; null when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
