import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import type { Outcome } from '../../domain/conversation/state.ts'
import { type ConversationCommand, nextState } from '../../domain/conversation/transitions.ts'
import { client } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { queryClient } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { askConversation, type Conversation, patchConversation } from './conversation-cache.ts'
import { refreshCountsSoon } from './counts.ts'

export interface WrapUp {
  topicId: number | null
  outcome: Outcome
  note: string
}

/** The verbs of one conversation: shown at once, taken back when the server refuses, undone from the toast. */
export function useCommands(conversation: Conversation) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const { id } = conversation
  const params = { conversationId: id }
  const give = useGive(conversation)
  const mine = { assigneeId: me.staffId, assigneeName: me.name }
  const nobodys = { assigneeId: null, assigneeName: null }
  return {
    busy: give.isPending,
    take: () =>
      give.mutate({
        change: { ...after(conversation, 'take'), ...mine },
        call: () => client.conversation.takeConversation({ params }),
      }),
    release: () =>
      give.mutate({
        change: { ...after(conversation, 'release'), ...nobodys },
        call: () => client.conversation.releaseConversation({ params }),
        said: t('done.released'),
      }),
    waitInside: () =>
      give.mutate({
        change: after(conversation, 'wait_inside'),
        call: () => client.conversation.waitInside({ params }),
      }),
    reopen: () => give.mutate(reopening(conversation)),
    /** `onUndone` is told when the undo of the toast was pressed. */
    resolve: (wrapUp: WrapUp, onUndone: () => void) =>
      give.mutateAsync({
        change: { ...after(conversation, 'resolve'), topicId: wrapUp.topicId, waitingSince: null },
        call: () => client.conversation.resolveConversation({ params, body: wrapUp }),
        said: t('done.resolved'),
        undo: () => {
          give.mutate(reopening(conversation))
          onUndone()
        },
        quiet: true,
      }),
    markSpam: (spam: boolean) =>
      give.mutate({
        change: spam ? { ...after(conversation, 'mark_spam'), spam: true } : { spam: false },
        call: () => client.conversation.markSpam({ params, body: { spam } }),
        ...(spam ? { said: t('done.spam'), undo: () => give.mutate(unspamming(id)) } : {}),
      }),
    setTags: (tagIds: number[]) =>
      give.mutate({
        change: { tagIds },
        call: () => client.conversation.setConversationTags({ params, body: { tagIds } }),
      }),
    setTopic: (topicId: number | null) =>
      give.mutate({
        change: { topicId },
        call: () => client.conversation.setTopic({ params, body: { topicId } }),
      }),
  }
}

interface Giving {
  change: Partial<ConversationRow>
  call: () => Promise<unknown>
  /** What the toast says when it is done, and what takes it back. */
  said?: string
  undo?: () => void
  /** The sheet that gave it shows the refusal itself. */
  quiet?: boolean
}

function useGive(conversation: Conversation) {
  const { id } = conversation
  return useMutation({
    meta: { quiet: true },
    mutationFn: ({ call }: Giving) => call(),
    onMutate: ({ change }) => {
      const before = queryClient.getQueryData(askConversation(id).queryKey) ?? conversation
      patchConversation(id, change)
      return before
    },
    onError: (error, { change, quiet }, before) => {
      const back = Object.fromEntries(
        Object.keys(change).map((name) => [name, before?.[name as keyof Conversation]]),
      )
      patchConversation(id, back)
      if (!quiet) toast.refused(error)
    },
    onSuccess: (_done, { said, undo }) => {
      if (said) toast.done(said, undo)
    },
    onSettled: () => {
      refreshCountsSoon()
      return queryClient.invalidateQueries({ queryKey: askConversation(id).queryKey })
    },
  })
}

/** The state after a command, as the table of transitions says. */
function after(conversation: Conversation, command: ConversationCommand): Partial<ConversationRow> {
  const state = nextState(conversation.state, command, { assigned: conversation.assigneeId !== null })
  return state === null ? {} : { state }
}

function reopening({ id, assigneeId }: Conversation): Giving {
  return {
    change: { state: assigneeId === null ? 'queued' : 'in_service' },
    call: () => client.conversation.reopenConversation({ params: { conversationId: id } }),
  }
}

function unspamming(id: number): Giving {
  return {
    change: { spam: false },
    call: () => client.conversation.markSpam({ params: { conversationId: id }, body: { spam: false } }),
  }
}

/** Takes the next one that the viewer qualifies for; answers its number, or null when nobody waits. */
export function useTakeNext(onTaken: (conversationId: number) => void) {
  const { t } = useTranslation('conversation')
  return useMutation({
    mutationFn: () => client.assignment.takeNext(),
    onSuccess: ({ conversationId }) => {
      refreshCountsSoon()
      if (conversationId === null) toast.warn(t('queueEmpty'))
      else onTaken(conversationId)
    },
  })
}
