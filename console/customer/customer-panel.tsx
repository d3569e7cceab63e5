import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Why } from '../assignment/why.tsx'
import { askConversation, type Conversation } from '../conversation/conversation-cache.ts'
import inbox from '../conversation/inbox.module.css'
import { TagChoice } from '../conversation/tag-choice.tsx'
import { TopicChoice } from '../conversation/topic-choice.tsx'
import { useCommands } from '../conversation/use-commands.ts'
import { PromiseList } from '../promise/promise-list.tsx'
import { RatingFacts } from '../rating/rating-facts.tsx'
import { useKeys } from '../shell/keys.tsx'
import { useMay } from '../shell/me.ts'
import { ask } from '../shell/query-client.ts'
import { ErrorState } from '../ui/error-state.tsx'
import style from './customer.module.css'
import { askCustomer } from './customer-queries.ts'
import { CustomerSections } from './customer-sections.tsx'
import { CustomerSummary } from './customer-summary.tsx'
import { Group } from './group.tsx'
import { SourceFacts } from './source-facts.tsx'
import { Timeline } from './timeline.tsx'

interface PanelProps {
  conversationId: number
  onBack: () => void
  onOpenBeside: (conversationId: number) => void
}

/** Who is talked with: the customer beside their conversation. */
export function CustomerPanel({ conversationId, onBack, onOpenBeside }: PanelProps) {
  const { t } = useTranslation('customer')
  const conversation = useQuery(askConversation(conversationId)).data
  return (
    <aside className={inbox.panelSlot} aria-label={t('panel')}>
      <div className={style.panel}>
        <header className={style.panelBack}>
          <Button type="text" icon={<ArrowLeftOutlined />} onClick={onBack}>
            {t('backToThread')}
          </Button>
        </header>
        {conversation ? <Panel conversation={conversation} onOpenBeside={onOpenBeside} /> : <PanelSkeleton />}
      </div>
    </aside>
  )
}

function Panel({
  conversation,
  onOpenBeside,
}: {
  conversation: Conversation
  onOpenBeside: (id: number) => void
}) {
  const { t } = useTranslation(['customer', 'promise', 'assignment'])
  const { customerId, brandId } = conversation
  const { data: customer, error, refetch } = useQuery(askCustomer(customerId))
  const mayWrite = useMay('customer.write', { brandId, shopId: conversation.shopId })
  if (error && !customer) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!customer) return <PanelSkeleton />
  return (
    <>
      <CustomerSummary customer={customer} />
      <Group name="conversation" title={t('thisTalk')}>
        <ConversationFields conversation={conversation} />
      </Group>
      <Group name="promises" title={t('promise:title')}>
        <PromiseList conversation={conversation} />
      </Group>
      <Group
        name="assignment"
        title={t(conversation.state === 'queued' ? 'assignment:why.nobody' : 'assignment:why.agent')}
      >
        <Why conversation={conversation} />
      </Group>
      {conversation.state === 'ended' && <RatingGroup conversationId={conversation.id} />}
      <CustomerSections customer={customer} mayWrite={mayWrite}>
        <Group name="source" title={t('sourceTitle')}>
          <SourceFacts source={conversation.source} />
        </Group>
      </CustomerSections>
      <Group name="timeline" title={t('timeline')} extra={customer.conversations}>
        <Timeline customerId={customerId} currentId={conversation.id} onOpen={onOpenBeside} />
      </Group>
    </>
  )
}

/** What the customer said of the conversation; nothing where they were not asked. */
function RatingGroup({ conversationId }: { conversationId: number }) {
  const { t } = useTranslation('rating')
  const rating = useQuery(ask('rating', 'getConversationRating', { params: { conversationId } })).data?.rating
  if (!rating) return null
  return (
    <Group name="rating" title={t('rating')}>
      <RatingFacts rating={rating} />
    </Group>
  )
}

/** The field that `#` goes to. */
const tagsField = 'conversation-tags'

function ConversationFields({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation')
  const { setTags, setTopic } = useCommands(conversation)
  const mayReply = useMay('conversation.reply')
  const mayCreate = useMay('customer.write')
  useKeys('conversation', [
    { keys: '#', does: 'tags', run: () => document.getElementById(tagsField)?.focus() },
  ])
  return (
    <div className={style.stack}>
      <TopicChoice
        brandId={conversation.brandId}
        value={conversation.topicId}
        disabled={!mayReply}
        onChange={setTopic}
      />
      <TagChoice
        id={tagsField}
        brandId={conversation.brandId}
        value={conversation.tagIds}
        disabled={!mayReply}
        mayCreate={mayCreate}
        onChange={setTags}
        label={t('tags')}
        placeholder={t('tagNone')}
      />
      {conversation.outcome && (
        <p className={style.quiet}>
          {t(`outcome.${conversation.outcome}`)}
          {conversation.wrapUpNote && <span className={style.wrapUpNote}>{conversation.wrapUpNote}</span>}
        </p>
      )}
    </div>
  )
}

function PanelSkeleton() {
  return (
    <div className={style.skeleton} aria-busy>
      <Skeleton active avatar paragraph={{ rows: 2 }} />
      <Skeleton active paragraph={{ rows: 4 }} />
    </div>
  )
}
