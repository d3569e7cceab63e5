import { expect, vi } from 'vitest'
import type { Caller } from './app.ts'

/** Takes the next conversation once there is one: what has just come in is sorted into the queue a moment later. */
export async function takeNextOf(who: Caller): Promise<number> {
  const taken = vi.fn<(id: number) => void>()
  await vi.waitFor(
    async () => {
      const { conversationId } = await who.client.assignment.takeNext()
      if (conversationId !== null) taken(conversationId)
      expect(taken).toHaveBeenCalled()
    },
    { timeout: 10_000 },
  )
  return taken.mock.calls[0]?.[0] ?? 0
}
