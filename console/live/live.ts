import { useEffect, useSyncExternalStore } from 'react'
import type { StaffFrame, StaffPush } from '../../domain/live/frames.ts'
import { Resume } from '../../domain/live/resume.ts'
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
let resume = new Resume()
/** Whether nothing was heard before the line that is open now. */
let first = true
/** Conversations on the screen, and how many parts show each. */
const shown = new Map<number, number>()
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
  connection = connect({ opened, closed, pushed, beat: () => say(resume.ping()) })
}

function close(): void {
  connection?.close()
  clearTimeout(losing)
  connection = null
  resume = new Resume()
  shown.clear()
}

function opened(): void {
  const since = resume.place()
  first = since === undefined
  say({ type: 'hello', ...(since === undefined ? {} : { since }) }, ...resume.opened())
}

function pushed(push: StaffPush): void {
  resume.heard(push)
  if (push.type === 'welcome') setOnline(true)
  if (push.type === 'looking') lookingPushed(push)
  receive(push, first)
}

function say(...frames: StaffFrame[]): void {
  for (const frame of frames) connection?.send(frame)
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
  const times = shown.get(conversationId) ?? 0
  shown.set(conversationId, times + 1)
  if (times === 0) say(...resume.watch(conversationId, since))
}

function unwatch(conversationId: number): void {
  const times = shown.get(conversationId) ?? 0
  if (times > 1) {
    shown.set(conversationId, times - 1)
  } else if (times === 1) {
    shown.delete(conversationId)
    say(resume.unwatch(conversationId))
  }
}
