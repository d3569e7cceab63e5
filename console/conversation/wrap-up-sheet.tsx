import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { outcomes } from '../../domain/conversation/state.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { Conversation } from './conversation-cache.ts'
import { TopicChoice } from './topic-choice.tsx'
import type { WrapUp } from './use-commands.ts'

interface WrapUpProps {
  conversation: Conversation
  open: boolean
  onClose: () => void
  onResolve: (wrapUp: WrapUp) => Promise<unknown>
}

/** The wrap-up record (服务小结): topic, outcome, note. Enter finishes. */
export function WrapUpSheet({ conversation, open, onClose, onResolve }: WrapUpProps) {
  const { t } = useTranslation('conversation')
  const [form] = Form.useForm<WrapUp>()
  const initial: WrapUp = {
    topicId: conversation.topicId,
    outcome: conversation.outcome ?? 'solved',
    note: conversation.wrapUpNote ?? '',
  }
  return (
    <SideSheetForm<WrapUp>
      form={form}
      open={open}
      onClose={onClose}
      title={t('wrapUp.title')}
      initial={initial}
      saveText={t('wrapUp.finish')}
      onSave={(values) => onResolve({ ...values, topicId: values.topicId ?? null, note: values.note ?? '' })}
      width={420}
    >
      <Form.Item name="topicId" label={t('topic')}>
        <TopicChoice contained brandId={conversation.brandId} autoFocus={conversation.topicId === null} />
      </Form.Item>
      <Form.Item name="outcome" label={t('wrapUp.outcome')}>
        <Radio.Group style={{ display: 'grid', gap: 6 }}>
          {outcomes
            .filter((outcome) => outcome !== 'spam')
            .map((outcome) => (
              <Radio
                key={outcome}
                value={outcome}
                autoFocus={conversation.topicId !== null && outcome === initial.outcome}
              >
                {t(`outcome.${outcome}`)}
              </Radio>
            ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="note" label={t('wrapUp.note')} extra={t('wrapUp.hint')}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          placeholder={t('wrapUp.notePlaceholder')}
          onPressEnter={(event) => {
            if (event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            form.submit()
          }}
        />
      </Form.Item>
    </SideSheetForm>
  )
}
