import { useEffect, useSyncExternalStore } from 'react'
import type { StaffPush } from '../../domain/live/frames.ts'
import { askThread } from '../message/thread-queries.ts'
import { queryClient } from '../shell/query-client.ts'
import { type Connection, connect } from './connection.ts'
import { lookingPushed } from './looking.ts'
import { receive } from './receive.ts'

interface LiveState {
  /** Whether changes arrive at present. True until the first try has failed. */
  online: boolean
}

let state: LiveState = { online: true }
let connection: Connection | null = null
let position: string | null = null
/** Conversations on the screen: how many parts show each, and the place in the log their thread was read at. */
const watched = new Map<number, { times: number; since: string | undefined }>()
const listeners = new Set<() => void>()
let users = 0
let losing: ReturnType<typeof setTimeout> | undefined

/** Whether the console hears of changes; for the banner that says it does not. */
export function useLive(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

/** Keeps the one live connection open while somebody is signed in; stands once inside the frame. */
export function useLiveConnection(): void {
  useEffect(() => {
    users += 1
    if (users === 1) open()
    return () => {
      users -= 1
      if (users === 0) close()
    }
  }, [])
}

/** Hears of everything in a conversation while it is on the screen, from where its thread was read. */
export function useWatch(conversationId: number, threadIsRead: boolean): void {
  useEffect(() => {
    if (!threadIsRead) return
    watch(conversationId, queryClient.getQueryData(askThread(conversationId).queryKey)?.position)
    return () => unwatch(conversationId)
  }, [conversationId, threadIsRead])
}

/** Tells the others in a conversation that we type, or stopped. `note` is for colleagues only. */
export function sendTyping(conversationId: number, typing: boolean, note: boolean): void {
  connection?.send({ type: 'typing', conversationId, typing, note })
}

function open(): void {
  connection = connect({ opened, closed, pushed })
}

function close(): void {
  connection?.close()
  clearTimeout(losing)
  connection = null
  position = null
  watched.clear()
}

function opened(): void {
  connection?.send(position ? { type: 'hello', since: position } : { type: 'hello' })
  for (const [conversationId, { since }] of watched) {
    const from = position ?? since
    connection?.send({ type: 'watch', conversationId, ...(from ? { since: from } : {}) })
  }
}

function pushed(push: StaffPush): void {
  const first = position === null
  if ('position' in push) position = push.position
  if (push.type === 'welcome') setOnline(true)
  if (push.type === 'looking') lookingPushed(push)
  receive(push, first)
}

/** A break shorter than this is not told: most heal by themselves. In milliseconds. */
const patience = 3_000

function closed(): void {
  clearTimeout(losing)
  losing = setTimeout(() => setOnline(false), patience)
}

function setOnline(online: boolean): void {
  clearTimeout(losing)
  if (state.online === online) return
  state = { online }
  for (const listener of listeners) listener()
}

function watch(conversationId: number, since: string | undefined): void {
  const times = watched.get(conversationId)?.times ?? 0
  watched.set(conversationId, { times: times + 1, since })
  if (times === 0) connection?.send({ type: 'watch', conversationId, ...(since ? { since } : {}) })
}

function unwatch(conversationId: number): void {
  const entry = watched.get(conversationId)
  if (!entry) return
  if (entry.times > 1) {
    watched.set(conversationId, { ...entry, times: entry.times - 1 })
    return
  }
  watched.delete(conversationId)
  connection?.send({ type: 'unwatch', conversationId })
}
