import type { MessageView } from '../../domain/message/endpoints.ts'

/** The loaded part of a thread, oldest first, without gaps and without doubles. */
export interface Thread {
  messages: MessageView[]
  /** Whether there are earlier lines than the first one here. */
  more: boolean
  position: string
}

export type MergedThread = { thread: Thread; gap: false } | { thread: Thread; gap: true }

/**
 * Puts lines into the thread by their number. A line that is there is replaced (it may have been recalled).
 * Where numbers are missing between the thread and the new line nothing is added and `gap` is true:
 * read what comes after the last line.
 */
export function mergeLines(thread: Thread, lines: readonly MessageView[]): MergedThread {
  const bySeq = new Map(thread.messages.map((line) => [line.seq, line]))
  const first = thread.messages[0]?.seq ?? 1
  let last = thread.messages.at(-1)?.seq ?? 0
  let gap = false
  for (const line of lines.toSorted((a, b) => a.seq - b.seq)) {
    if (line.seq > last + 1) {
      gap = true
      break
    }
    if (line.seq < first) continue
    bySeq.set(line.seq, line)
    last = Math.max(last, line.seq)
  }
  const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq)
  return { thread: { ...thread, messages }, gap }
}

/** Puts an earlier page before the thread. */
export function prepend(thread: Thread, earlier: { messages: MessageView[]; more: boolean }): Thread {
  const first = thread.messages[0]?.seq ?? Number.POSITIVE_INFINITY
  return {
    ...thread,
    messages: [...earlier.messages.filter((line) => line.seq < first), ...thread.messages],
    more: earlier.more,
  }
}

/**
 * The thread after its last page was read again. Earlier lines stay where the new page touches them, so that
 * reading again never takes away what somebody has scrolled up to.
 */
export function renew(old: Thread | undefined, read: Thread): Thread {
  const first = read.messages[0]?.seq
  if (!old || first === undefined || !read.more) return read
  const earlier = old.messages.filter((line) => line.seq < first)
  const touches = earlier.at(-1)?.seq === first - 1
  return touches ? { ...read, messages: [...earlier, ...read.messages], more: old.more } : read
}
