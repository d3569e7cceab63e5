import { Form, Input, Progress, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { useColleagues, useTeams } from '../conversation/lookups.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { Destination } from './homes.ts'
import { moveAll, sayMoved } from './move.ts'

interface Values {
  to: 'person' | 'team' | 'queue'
  staffId?: number
  teamId?: number
  reason?: string
}

interface MoveSheetProps {
  rows: readonly ConversationRow[]
  open: boolean
  onClose: () => void
  onMoved: () => void
}

/** Moves several conversations to a person, to a team's queue, or back to the queue; shows how far it is. */
export function MoveSheet({ rows, open, onClose, onMoved }: MoveSheetProps) {
  const { t } = useTranslation('floor')
  const [form] = Form.useForm<Values>()
  const to = Form.useWatch('to', form) ?? 'person'
  const [done, setDone] = useState<number | null>(null)
  const save = async (values: Values) => {
    setDone(0)
    try {
      sayMoved(await moveAll(rows, destinationOf(values), setDone))
      onMoved()
    } finally {
      setDone(null)
    }
  }
  return (
    <SideSheetForm<Values>
      form={form}
      open={open}
      onClose={onClose}
      title={t('move.some', { count: rows.length })}
      initial={{ to: 'person' }}
      saveText={t('move.do')}
      onSave={save}
      width={420}
    >
      <Form.Item name="to">
        <Segmented
          block
          options={(['person', 'team', 'queue'] as const).map((value) => ({
            value,
            label: t(`move.to.${value}`),
          }))}
        />
      </Form.Item>
      {to === 'person' && <PersonField />}
      {to === 'team' && <TeamField />}
      <Form.Item name="reason" label={t('move.reason')} extra={t(`move.hint.${to}`)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      {done !== null && (
        <Progress
          percent={Math.round((done / Math.max(1, rows.length)) * 100)}
          aria-label={t('move.progress')}
        />
      )}
    </SideSheetForm>
  )
}

function destinationOf(values: Values): Destination {
  const { to, staffId = null, teamId = null, reason = '' } = values
  return {
    staffId: to === 'person' ? staffId : null,
    teamId: to === 'team' ? teamId : null,
    queue: to === 'queue',
    reason: reason.trim(),
  }
}

function PersonField() {
  const { t } = useTranslation('floor')
  const people = [...useColleagues().values()].filter(({ suspended }) => !suspended)
  return (
    <Form.Item
      name="staffId"
      label={t('move.person')}
      rules={[{ required: true, message: t('move.choose') }]}
    >
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}

function TeamField() {
  const { t } = useTranslation('floor')
  const teams = [...useTeams().values()].filter(({ archived }) => !archived)
  return (
    <Form.Item name="teamId" label={t('move.team')} rules={[{ required: true, message: t('move.choose') }]}>
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
