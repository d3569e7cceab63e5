import { Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/me.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { Conversation } from './conversation-cache.ts'
import { useColleagues, useTeams } from './lookups.ts'
import type { Receiver } from './use-commands.ts'

interface Values {
  to: 'person' | 'team'
  staffId?: number
  teamId?: number
  reason?: string
}

interface HandOverProps {
  conversation: Conversation
  open: boolean
  onClose: () => void
  onHandOver: (to: Receiver) => Promise<unknown>
}

/** Hands a conversation over to a person, or to a team whose queue it joins, with a reason. */
export function HandOverSheet({ conversation, open, onClose, onHandOver }: HandOverProps) {
  const { t } = useTranslation('conversation')
  const [form] = Form.useForm<Values>()
  const to = Form.useWatch('to', form) ?? 'person'
  const save = (values: Values) =>
    onHandOver({
      staffId: values.to === 'person' ? (values.staffId ?? null) : null,
      teamId: values.to === 'team' ? (values.teamId ?? null) : null,
      reason: values.reason?.trim() ?? '',
    })
  return (
    <SideSheetForm<Values>
      form={form}
      open={open}
      onClose={onClose}
      title={t('handOver.title')}
      initial={{ to: 'person' }}
      saveText={t('handOver.do')}
      onSave={save}
      blame={{ receiver_unknown: [to === 'person' ? 'staffId' : 'teamId'] }}
      width={420}
    >
      <Form.Item name="to">
        <Segmented
          block
          options={[
            { value: 'person', label: t('handOver.person') },
            { value: 'team', label: t('handOver.team') },
          ]}
        />
      </Form.Item>
      {to === 'person' ? (
        <PersonField conversation={conversation} />
      ) : (
        <TeamField conversation={conversation} />
      )}
      <Form.Item name="reason" label={t('handOver.reason')} extra={t('handOver.reasonHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </SideSheetForm>
  )
}

function PersonField({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const people = [...useColleagues().values()].filter(
    ({ id, suspended }) => !suspended && id !== conversation.assigneeId && id !== me.staffId,
  )
  return (
    <Form.Item
      name="staffId"
      label={t('handOver.toPerson')}
      rules={[{ required: true, message: t('handOver.choose') }]}
    >
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('handOver.personPlaceholder')}
        notFoundContent={t('handOver.noPerson')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        optionRender={({ value, label }) => (
          <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
            <PersonAvatar name={String(label)} id={Number(value)} size={24} />
            {label}
          </span>
        )}
      />
    </Form.Item>
  )
}

function TeamField({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation')
  const teams = [...useTeams().values()].filter(
    ({ archived, brandId }) => !archived && (brandId === null || brandId === conversation.brandId),
  )
  return (
    <Form.Item
      name="teamId"
      label={t('handOver.toTeam')}
      rules={[{ required: true, message: t('handOver.choose') }]}
    >
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('handOver.teamPlaceholder')}
        notFoundContent={t('handOver.noTeam')}
        options={teams.map(({ id, name, memberIds }) => ({
          value: id,
          label: `${name} (${t('handOver.members', { count: memberIds.length })})`,
        }))}
      />
    </Form.Item>
  )
}
