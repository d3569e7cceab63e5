import { createClient } from '../../domain/client.ts'
import type { VisitorPush } from '../../domain/live/frames.ts'
import { widgetEndpoints } from '../../domain/widget/endpoints.ts'
import { insist, type Repeats } from './insist.ts'
import { type LiveSocket, openLiveSocket } from './live-socket.ts'
import { openWire, type Wire, type WireOptions } from './send.ts'

/** A browser with the widget open. */
export interface Visitor {
  readonly client: ReturnType<typeof visitorClient>['widget']
  readonly socket: LiveSocket
}

/** The widget's own endpoints, as this caller. */
export function visitorClient(wire: Wire) {
  return createClient({ widget: widgetEndpoints }, wire.send)
}

export interface Entering extends WireOptions {
  readonly channelKey: string
  readonly name?: string
  readonly onPush: (push: VisitorPush) => void
  readonly repeats?: Repeats
}

/** Opens the widget as a new visitor: a token, and a socket that listens. */
export async function enterAsVisitor(base: string, entering: Entering): Promise<Visitor> {
  const wire = openWire(base, entering)
  const { widget } = visitorClient(wire)
  const { token } = await insist(
    () =>
      widget.createVisitor({ params: { channelKey: entering.channelKey }, body: { name: entering.name } }),
    entering.repeats,
  )
  wire.carryToken(token)
  const socket = await openLiveSocket<VisitorPush>({
    url: `${base}/api/widget/socket`,
    headers: () => ({ origin: base, ...(entering.address ? { 'x-forwarded-for': entering.address } : {}) }),
    hello: (since) => ({ type: 'hello', token, since }),
    onPush: (push) => {
      if (push.type === 'refused') throw new Error(`The visitor's socket was refused: ${push.code}.`)
      entering.onPush(push)
    },
  })
  return { client: widget, socket }
}
