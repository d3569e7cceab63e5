import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoveSheet } from '../assignment/move-sheet.tsx'
import { OfferSheet } from '../assignment/offer-sheet.tsx'
import { TransferBar } from '../assignment/transfer-bar.tsx'
import { BlockSheet } from '../customer/block-sheet.tsx'
import { useWatch } from '../live/live.ts'
import { Composer } from '../message/composer.tsx'
import { askThread } from '../message/thread-queries.ts'
import { ThreadView } from '../message/thread-view.tsx'
import { useRecallKey } from '../message/use-recall-key.ts'
import { useKeys } from '../shell/keys.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { askConversation, type Conversation } from './conversation-cache.ts'
import { ConversationHead } from './conversation-head.tsx'
import { commandKeys, type OfferedCommand, offeredCommands } from './offered-commands.ts'
import { PaneSkeleton } from './pane-skeleton.tsx'
import { PromiseBar } from './promise-bar.tsx'
import { TalkLinks } from './talk-links.tsx'
import { useCommands } from './use-commands.ts'
import { useMarkRead } from './use-mark-read.ts'
import { WrapUpSheet } from './wrap-up-sheet.tsx'

interface PaneProps {
  conversationId: number
  onBack: () => void
  onPanel: () => void
  panelOpen: boolean
  promiseShown: boolean
  onOpen: (conversationId: number) => void
  /** The one to go on to when this one is done, as the list is now. */
  nextAfter: () => number | undefined
}

/** One conversation: its head with the verbs, the thread, and the composer. */
export function ConversationPane(props: PaneProps) {
  const { data, error, refetch } = useQuery({ ...askConversation(props.conversationId), staleTime: 5_000 })
  if (data) return <OpenConversation {...props} conversation={data} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <PaneSkeleton />
}

function OpenConversation({ conversation, ...props }: PaneProps & { conversation: Conversation }) {
  const { id } = conversation
  const thread = useQuery(askThread(id))
  useWatch(id, thread.data !== undefined)
  useMarkRead(conversation, thread.data?.messages.at(-1)?.seq ?? 0)
  const [unreadAfter] = useState(() =>
    conversation.lastSeq > conversation.readSeq ? conversation.readSeq : null,
  )
  useRecallKey(thread.data, useMe().staffId, useTranslation('message').t('recallNone'))
  const commands = useCommands(conversation)
  const offered = useOffered(conversation)
  const [sheet, setSheet] = useState<OfferedCommand | null>(null)
  const run = (command: OfferedCommand) => {
    if (command === 'take') commands.take()
    else if (command === 'release') commands.release()
    else if (command === 'wait_inside') commands.waitInside()
    else if (command === 'reopen') commands.reopen()
    else if (command === 'mark_spam') commands.markSpam(true)
    else if (command === 'unmark_spam') commands.markSpam(false)
    else setSheet(command)
  }
  useVerbKeys(offered, run)
  const mayReply = useMay('conversation.reply')
  const close = () => setSheet(null)
  return (
    <>
      <ConversationHead
        conversation={conversation}
        offered={offered}
        run={run}
        onBack={props.onBack}
        onPanel={props.onPanel}
        panelOpen={props.panelOpen}
      />
      <TalkLinks conversation={conversation} onOpen={props.onOpen} />
      <ThreadView conversation={conversation} query={thread} unreadAfter={unreadAfter} />
      <TransferBar conversation={conversation} />
      <PromiseBar conversation={conversation} promiseShown={props.promiseShown} />
      {mayReply && <Composer conversation={conversation} />}
      <WrapUpSheet
        conversation={conversation}
        open={sheet === 'resolve'}
        onClose={close}
        onResolve={async (wrapUp) => {
          const next = props.nextAfter()
          await commands.resolve(wrapUp, () => props.onOpen(id))
          if (next !== undefined) props.onOpen(next)
        }}
      />
      <OfferSheet conversation={conversation} open={sheet === 'hand_over'} onClose={close} />
      <MoveSheet rows={[conversation]} open={sheet === 'assign'} onClose={close} />
      <BlockSheet customerId={conversation.customerId} open={sheet === 'block'} onClose={close} />
    </>
  )
}

function useOffered(conversation: Conversation): OfferedCommand[] {
  const me = useMe()
  const place = { brandId: conversation.brandId, shopId: conversation.shopId, teamId: conversation.teamId }
  const spam = useMay('conversation.spam', place)
  const block = useMay('customer.block', { brandId: conversation.brandId })
  const assign = useMay('conversation.assign', place)
  return offeredCommands(conversation, me.staffId, { spam, block, assign })
}

function useVerbKeys(offered: readonly OfferedCommand[], run: (command: OfferedCommand) => void): void {
  useKeys(
    'conversation',
    offered.flatMap((command) => {
      const keys = commandKeys[command]
      return keys ? [{ keys, does: command, run: () => run(command) }] : []
    }),
  )
}
