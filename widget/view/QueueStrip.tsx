import { useEffect, useState } from 'preact/hooks'
import { openTalk } from '../talk/talks.ts'
import type { Reply } from '../wire/call.ts'
import { useEnvironment, useWidget } from './environment.ts'

const lookEvery = 6000
const greetsFor = 30_000

/** While a talk waits: its place, the wait to expect, and the way to leave it as a message; then who has come. */
export function QueueStrip() {
  const { engine, say } = useEnvironment()
  const { id, agentName } = openTalk(useWidget().talks)?.info ?? {}
  const [queue, setQueue] = useState<Reply<'getQueuePlace'>>()

  useEffect(() => {
    const waits = id && !agentName
    const look = () =>
      waits && !document.hidden && engine.inQueue('getQueuePlace', id).then(setQueue, () => {})
    const timer = waits ? setInterval(look, lookEvery) : setTimeout(setQueue, greetsFor)
    return () => clearInterval(timer)
  }, [id, agentName, engine])

  if (!id || !queue) return <div role="status" />
  const { place, leftAt, expectedSeconds, onDuty } = queue
  const may = place && !leftAt && !agentName
  let text = agentName ? say('here', { name: agentName }) : leftAt && queue.waiting && say('left')
  if (may) {
    text = onDuty ? say('place', { count: place }) : say('nobody')
    if (expectedSeconds) text += say('wait', { count: Math.ceil(expectedSeconds / 60) })
  }
  return (
    <div role="status">
      {text && (
        <p class="strip">
          {text}
          {may && (
            <button
              type="button"
              class="link"
              onClick={() =>
                engine.inQueue('leaveMessage', id).then(
                  () => setQueue({ ...queue, leftAt: 'now' }),
                  () => {},
                )
              }
            >
              {say('leave')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
