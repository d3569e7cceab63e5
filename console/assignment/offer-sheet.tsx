import { useQuery } from '@tanstack/react-query'
import { Form, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import style from './assignment.module.css'
import { askPolicy } from './assignment-queries.ts'
import { ReceiverItem, type ReceiverKind, receiverField, receiverKinds } from './receiver-item.tsx'
import { useSpan } from './span.ts'

interface Values {
  to: ReceiverKind
  staffId?: number
  teamId?: number
  departmentId?: number
  reason: string
  summary?: string
}

/** Offers a conversation to a person, a team or a department, with a reason and a summary (转接). */
export function OfferSheet({
  conversation,
  open,
  onClose,
}: {
  conversation: Conversation
  open: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('assignment')
  const [form] = Form.useForm<Values>()
  const to = Form.useWatch('to', form) ?? 'person'
  const save = async (values: Values) => {
    await client.assignment.offerTransfer({
      params: { conversationId: conversation.id },
      body: {
        staffId: to === 'person' ? (values.staffId ?? null) : null,
        teamId: to === 'team' ? (values.teamId ?? null) : null,
        departmentId: to === 'department' ? (values.departmentId ?? null) : null,
        reason: values.reason.trim(),
        summary: values.summary?.trim() ?? '',
      },
    })
    await refresh('assignment')
  }
  return (
    <SideSheetForm<Values>
      form={form}
      open={open}
      onClose={onClose}
      title={t('sheet.title')}
      initial={{ to: 'person' }}
      saveText={t('sheet.do')}
      onSave={save}
      blame={{ receiver_unknown: [receiverField[to]] }}
      width={420}
    >
      <Form.Item name="to">
        <Segmented
          block
          aria-label={t('sheet.to')}
          options={receiverKinds.map((kind) => ({ value: kind, label: t(`sheet.${kind}`) }))}
        />
      </Form.Item>
      <ReceiverItem kind={to} conversation={conversation} />
      <Form.Item
        name="reason"
        label={t('sheet.reason')}
        rules={[{ required: true, whitespace: true, message: t('sheet.reasonNeeded') }]}
      >
        <Input maxLength={1000} autoComplete="off" />
      </Form.Item>
      <Form.Item name="summary" label={t('sheet.summary')} extra={t('sheet.summaryHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <WhatFollows brandId={conversation.brandId} />
    </SideSheetForm>
  )
}

/** What will happen with the offer, by the policy in force. */
function WhatFollows({ brandId }: { brandId: number }) {
  const { t } = useTranslation('assignment')
  const span = useSpan()
  const policy = useQuery({ ...askPolicy(brandId), meta: { quiet: true } }).data?.policy
  if (!policy) return null
  return (
    <p className={style.quiet}>
      {t('sheet.note', { span: span(policy.acceptWithinSeconds), lead: policy.leadFromTransfer })}
    </p>
  )
}
