import { useSyncExternalStore } from 'react'
import type { StaffPush } from '../../domain/live/frames.ts'

/** Who looks at a conversation, who types, and whether the customer is there. */
export type Looking = Omit<Extract<StaffPush, { type: 'looking' }>, 'type' | 'conversationId'>

/** Typing that is not said again is over after this, in milliseconds: its end may get lost. */
const typingLasts = 8_000
const nobody: Looking = { staff: [], customerTyping: false, customerOnline: false }
const now = new Map<number, Looking>()
const endings = new Map<number, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()

/** Remembers what a frame said, and lets typing run out by itself. */
export function lookingPushed(push: Extract<StaffPush, { type: 'looking' }>): void {
  const { conversationId, staff, customerTyping, customerOnline } = push
  put(conversationId, { staff, customerTyping, customerOnline })
  clearTimeout(endings.get(conversationId))
  if (customerTyping || staff.some((one) => one.typing)) {
    endings.set(
      conversationId,
      setTimeout(() => stopTyping(conversationId), typingLasts),
    )
  }
}

/** Who looks at this conversation now. */
export function useLooking(conversationId: number): Looking {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now.get(conversationId) ?? nobody,
  )
}

function stopTyping(conversationId: number): void {
  const looking = now.get(conversationId)
  if (!looking) return
  const staff = looking.staff.map((one) => ({ ...one, typing: false }))
  put(conversationId, { ...looking, staff, customerTyping: false })
}

function put(conversationId: number, looking: Looking): void {
  now.set(conversationId, looking)
  for (const listener of listeners) listener()
}
