import { type VisitorFrame, type VisitorPush, visitorFrame } from '../../domain/live/frames.ts'
import { writePosition } from '../platform/event-log/position.ts'
import { positionOf } from '../platform/event-log/read.ts'
import type { Platform } from '../platform/work.ts'
import { ownConversationIds } from '../view/visitor-thread.ts'
import { accessVisitor } from '../widget/access.ts'
import type { SocketConnection } from './connection.ts'
import { conversationOf, loadFacts } from './facts.ts'
import type { Live } from './live.ts'
import { readJson } from './staff-socket.ts'

const leaseMs = 15_000

/** Serves one visitor's socket until it closes. The token comes in the first frame. */
export function serveVisitorSocket(platform: Platform, live: Live, client: SocketConnection): void {
  const say = (push: VisitorPush) => client.send(JSON.stringify(push))
  const tell = (conversationId: number, on: boolean, typing = false) =>
    live.looking.tell({ type: 'customer', conversationId, on, typing })
  let greeted = false

  const renew = setInterval(() => {
    const latest = Math.max(0, ...live.visitors.held(client))
    if (latest > 0) tell(latest, true)
  }, leaseMs).unref()

  client.onClose(() => {
    clearInterval(renew)
    const latest = Math.max(0, ...live.visitors.leave(client))
    if (latest > 0) tell(latest, false)
  })

  const hello = async (token: string, since: string | undefined) => {
    const visitor = await accessVisitor(platform.kysely, token, platform.now()).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'visitor_unknown') return null
      throw error
    })
    if (!visitor) {
      say({ type: 'refused', code: 'visitor_unknown' })
      client.close(4401, 'unknown visitor')
      return
    }
    if (!client.open) return
    greeted = true
    client.greeted()
    live.visitors.join(client, visitor, [])
    const own = await ownConversationIds(platform, visitor.customerId, visitor.shopId)
    if (!client.open) return
    live.visitors.join(client, visitor, own)
    // Until what was missed is told, a break must resume from the old place.
    say({ type: 'welcome', position: since ?? live.position() })
    const latest = Math.max(0, ...own.map((one) => one.id))
    if (latest > 0) tell(latest, true)
    if (since !== undefined) await client.catchUp((tell) => tellMissed(since, tell))
  }

  const tellMissed = async (since: string, tell: (frame: string) => void) => {
    const position = live.position()
    const events = await live.missed(since)
    if (events === null) return tell(JSON.stringify({ type: 'reset', position } satisfies VisitorPush))
    const held = new Set(live.visitors.held(client))
    const mine = events.filter((event) => held.has(conversationOf(event) ?? 0))
    const facts = await loadFacts(platform, mine, () => true)
    for (const event of mine) {
      const at = writePosition(positionOf(event))
      const push = live.visitors.pushOf(event, conversationOf(event) ?? 0, facts, at)
      if (push) tell(JSON.stringify(push))
    }
  }

  const handle = async (frame: VisitorFrame) => {
    if (frame.type === 'ping') return say({ type: 'pong' })
    if (frame.type === 'hello') return greeted ? undefined : hello(frame.token, frame.since)
    const conversationId = live.visitors.heldBy(client, frame.conversation)
    if (conversationId !== null) tell(conversationId, true, frame.typing)
  }

  client.onFrame(
    async (text) => {
      const parsed = visitorFrame.safeParse(readJson(text))
      if (parsed.success) await handle(parsed.data)
      else client.close(4400, 'frame not understood')
    },
    (error) => {
      platform.log.warn({ err: error }, 'a visitor socket failed; it is closed and will come back')
      client.close(1011, 'try again')
    },
  )
}
