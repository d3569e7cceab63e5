import { useCallback, useEffect, useRef, useState } from 'react'
import { askConversation } from '../conversation/conversation-cache.ts'
import { client } from '../shell/api.ts'
import { queryClient } from '../shell/query-client.ts'
import { draftToShow, type LocalDraft, readLocalDraft } from './draft.ts'

/** How long nobody types before the draft goes to the server, in milliseconds. */
const pause = 800

const placeOf = (conversationId: number, note: boolean) =>
  `shopdesk.draft.${conversationId}${note ? '.note' : ''}`

/**
 * Words not sent yet: kept in this browser with every key, and on the server soon after (replies only), so that
 * they survive a reload, a crash and a change of desk.
 */
export function useDraft(conversationId: number, onServer: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => draftToShow(stored(conversationId, false), onServer, Date.now()))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsaved = useRef<string | null>(null)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const words = unsaved.current
    if (words === null) return
    unsaved.current = null
    void save(conversationId, words)
  }, [conversationId])
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  const change = useCallback(
    (words: string) => {
      setText(words)
      keep(conversationId, false, words, false)
      unsaved.current = words
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, words === '' ? 0 : pause)
    },
    [conversationId, flush],
  )
  return [text, change]
}

/** A note not written yet: kept in this browser only. */
export function useNoteDraft(conversationId: number): [string, (text: string) => void] {
  const [text, setText] = useState(() => stored(conversationId, true)?.text ?? '')
  const change = useCallback(
    (words: string) => {
      setText(words)
      keep(conversationId, true, words, true)
    },
    [conversationId],
  )
  return [text, change]
}

async function save(conversationId: number, text: string): Promise<void> {
  try {
    await client.conversation.saveDraft({ params: { conversationId }, body: { text } })
    queryClient.setQueryData(askConversation(conversationId).queryKey, (old) =>
      old ? { ...old, draft: text } : old,
    )
    if (stored(conversationId, false)?.text === text) keep(conversationId, false, text, true)
  } catch {
    // The local copy stays, marked as not saved, and is shown again next time.
  }
}

function stored(conversationId: number, note: boolean): LocalDraft | null {
  try {
    return readLocalDraft(localStorage.getItem(placeOf(conversationId, note)))
  } catch {
    return null
  }
}

function keep(conversationId: number, note: boolean, text: string, synced: boolean): void {
  try {
    const place = placeOf(conversationId, note)
    if (text === '' && synced) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify({ text, at: Date.now(), synced } satisfies LocalDraft))
  } catch {
    // Without a local store the server's copy has to do.
  }
}
