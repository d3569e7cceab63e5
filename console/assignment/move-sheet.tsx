import { Form, Input, Progress, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import style from './assignment.module.css'
import { useMove } from './move.ts'
import { ReceiverItem } from './receiver-item.tsx'

interface Values {
  to: 'person' | 'team' | 'queue'
  staffId?: number
  teamId?: number
  reason?: string
}

interface MoveProps {
  rows: readonly ConversationRow[]
  open: boolean
  onClose: () => void
  /** Told when all have been moved or refused. */
  onMoved?: () => void
}

/** A supervisor's override: gives one or many conversations to a person, a team's queue, or back to the queue. */
export function MoveSheet({ rows, open, onClose, onMoved }: MoveProps) {
  const { t } = useTranslation('assignment')
  const [form] = Form.useForm<Values>()
  const to = Form.useWatch('to', form) ?? 'person'
  const [done, setDone] = useState(0)
  const move = useMove()
  const [first] = rows
  const save = async (values: Values) => {
    await move(
      rows,
      {
        staffId: to === 'person' ? (values.staffId ?? null) : null,
        teamId: to === 'team' ? (values.teamId ?? null) : null,
        queue: to === 'queue',
        reason: values.reason?.trim() ?? '',
      },
      setDone,
    )
    onMoved?.()
  }
  return (
    <SideSheetForm<Values>
      form={form}
      open={open}
      onClose={() => {
        setDone(0)
        onClose()
      }}
      title={rows.length === 1 ? t('move.one') : t('move.many', { count: rows.length })}
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
            label: t(`move.${value}`),
          }))}
        />
      </Form.Item>
      {first && to !== 'queue' && (
        <ReceiverItem
          kind={to}
          self
          conversation={{ brandId: first.brandId, assigneeId: rows.length === 1 ? first.assigneeId : null }}
        />
      )}
      <p className={style.quiet}>{t(to === 'person' ? 'move.personHint' : 'move.queueHint')}</p>
      <Form.Item name="reason" label={t('move.reason')} style={{ marginTop: 16 }}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      {done > 0 && rows.length > 1 && (
        <div role="status">
          {t('move.doing', { done, all: rows.length })}
          <Progress percent={Math.round((done / rows.length) * 100)} showInfo={false} aria-hidden />
        </div>
      )}
    </SideSheetForm>
  )
}
