import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useColleagues, useTeams } from '../conversation/lookups.ts'
import { useMe } from '../shell/me.ts'
import { ask } from '../shell/query-client.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'

export const receiverKinds = ['person', 'team', 'department'] as const
export type ReceiverKind = (typeof receiverKinds)[number]

/** The field of the form that holds whom it goes to. */
export const receiverField = { person: 'staffId', team: 'teamId', department: 'departmentId' } as const

interface Place {
  brandId: number
  /** Who has it already. */
  assigneeId: number | null
}

interface Choice {
  value: number
  label: string
}

/** Chooses a person, a team or a department that serves the brand. */
export function ReceiverItem({
  kind,
  conversation,
  self = false,
}: {
  kind: ReceiverKind
  conversation: Place
  /** Whether the viewer may be chosen, too. */
  self?: boolean
}) {
  const { t } = useTranslation('assignment')
  const choices = useChoices(conversation, self)[kind]
  return (
    <Form.Item
      key={kind}
      name={receiverField[kind]}
      label={t(`sheet.${kind}`)}
      rules={[{ required: true, message: t('sheet.choose') }]}
    >
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('sheet.search')}
        notFoundContent={t('sheet.noneFound')}
        options={choices}
        {...(kind === 'person'
          ? {
              optionRender: ({ value, label }) => (
                <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
                  <PersonAvatar name={String(label)} id={Number(value)} size={24} />
                  {label}
                </span>
              ),
            }
          : {})}
      />
    </Form.Item>
  )
}

function useChoices({ brandId, assigneeId }: Place, self: boolean): Record<ReceiverKind, Choice[]> {
  const { t } = useTranslation('assignment')
  const me = useMe()
  const departments = useQuery({ ...ask('department', 'listDepartments'), meta: { quiet: true } }).data
  const group = (one: { id: number; name: string; memberIds: readonly number[] }) => ({
    value: one.id,
    label: `${one.name} (${t('sheet.members', { count: one.memberIds.length })})`,
  })
  const serves = (one: { archived: boolean; brandId: number | null }) =>
    !one.archived && (one.brandId === null || one.brandId === brandId)
  return {
    person: [...useColleagues().values()]
      .filter(({ id, suspended }) => !suspended && id !== assigneeId && (self || id !== me.staffId))
      .map(({ id, name }) => ({ value: id, label: name })),
    team: [...useTeams().values()].filter(serves).map(group),
    department: (departments?.departments ?? []).filter(serves).map(group),
  }
}
