import { useKeys } from '../shell/keys.tsx'
import { toast } from '../shell/toast.tsx'
import { recall } from './line-menu.tsx'
import type { Thread } from './thread-cache.ts'
import { mayTakeBack } from './thread-items.ts'

/** `z` takes back the last line that the viewer wrote, while that is still possible. */
export function useRecallKey(thread: Thread | undefined, staffId: number, tooLate: string): void {
  const run = () => {
    const last = thread?.messages.findLast((line) => mayTakeBack(line, staffId, Date.now()))
    if (last) void recall(last)
    else toast.warn(tooLate)
  }
  useKeys('message', [{ keys: 'z', does: 'recallLast', run }])
}
