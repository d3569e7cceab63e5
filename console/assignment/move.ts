import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { refreshCountsSoon } from '../conversation/counts.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { waysBack } from './ways-back.ts'

export interface Destination {
  staffId: number | null
  teamId: number | null
  queue: boolean
  reason: string
}

/** So many are moved with one request; after each the progress is told. */
const piece = 20

/** Moves conversations and says how many went, why others stayed, and how to take it back. */
export function useMove() {
  const { t } = useTranslation('assignment')
  return async (rows: readonly ConversationRow[], to: Destination, tell: (done: number) => void) => {
    const { moved, refused } = await moveAll(
      rows.map(({ id }) => id),
      to,
      tell,
    )
    void refreshAfterMove()
    const undo = async () => {
      for (const way of waysBack(rows.filter(({ id }) => moved.includes(id)))) {
        await moveAll(way.ids, { ...way.to, reason: '' }, () => {}).catch(toast.refused)
      }
      await refreshAfterMove()
      toast.done(t('move.undone'))
    }
    if (moved.length > 0) toast.done(t('move.done', { count: moved.length }), () => void undo())
    if (refused.length > 0) {
      const why = [...new Set(refused.map(({ code }) => sentenceOf(code)))].join(' ')
      toast.warn(t('move.refused', { count: refused.length, why }))
    }
  }
}

async function moveAll(ids: readonly number[], to: Destination, tell: (done: number) => void) {
  const moved: number[] = []
  const refused: { conversationId: number; code: string }[] = []
  for (let at = 0; at < ids.length; at += piece) {
    const conversationIds = ids.slice(at, at + piece)
    const answer = await client.assignment.moveConversations({ body: { conversationIds, ...to } })
    moved.push(...answer.movedIds)
    refused.push(...answer.refused)
    tell(Math.min(ids.length, at + piece))
  }
  return { moved, refused }
}

async function refreshAfterMove(): Promise<void> {
  refreshCountsSoon()
  await refresh('conversation', 'assignment')
}

function sentenceOf(code: string): string {
  return i18next.t(`shell:refusal.${code}`)
}
