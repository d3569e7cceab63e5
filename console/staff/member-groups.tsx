import { PlusOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandItem, useOpenBrands } from '../brand/brand-choice.tsx'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

export interface MemberGroup {
  id: number
  brandId: number | null
  name: string
  archived: boolean
  memberIds: number[]
}

export interface GroupValues {
  brandId: number | null
  name: string
  memberIds: number[]
}

interface MemberGroupsProps {
  title: string
  hint: string
  create: string
  empty: ReactNode
  emptyHint: ReactNode
  query: Pick<UseQueryResult, 'isPending' | 'error' | 'refetch'>
  groups: readonly MemberGroup[]
  onCreate: (values: GroupValues) => Promise<unknown>
  onUpdate: (
    id: number,
    change: Partial<Omit<GroupValues, 'brandId'>> & { archived?: boolean },
  ) => Promise<unknown>
  /** The code of the refusal that belongs to the name. */
  nameTaken: string
}

/** The page of things that have a name and members: teams and departments. */
export function MemberGroups(props: MemberGroupsProps) {
  const { title, hint, create, empty, emptyHint, query, groups } = props
  const { t } = useTranslation('shell')
  const { open, show, hide } = useOpenRow()
  const [all, setAll] = useState(false)
  const brands = useOpenBrands()
  const names = useStaffNames()
  const brandOf = (id: number | null) =>
    brands.length < 2 ? [] : [brands.find((brand) => brand.id === id)?.name ?? t('settings.everyBrand')]
  return (
    <Page
      title={title}
      hint={hint}
      action={
        <>
          <ArchivedSwitch rows={groups} value={all} onChange={setAll} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {create}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={groups.filter(({ archived }) => all || !archived)}
        label={title}
        empty={<EmptyState title={empty} hint={emptyHint} />}
        render={(group) => (
          <Row
            key={group.id}
            title={group.name}
            faded={group.archived}
            marks={group.archived && <Tag>{t('archived')}</Tag>}
            detail={[...brandOf(group.brandId), names(group.memberIds) || t('settings.nobody')].join(' · ')}
            end={
              <span style={{ color: 'var(--quiet)' }}>
                {t('settings.memberCount', { count: group.memberIds.length })}
              </span>
            }
            onOpen={() => show(group.id)}
          />
        )}
      />
      <GroupSheet
        {...props}
        group={groups.find(({ id }) => id === open)}
        making={open === 'new'}
        onClose={hide}
      />
    </Page>
  )
}

interface GroupSheetProps extends MemberGroupsProps {
  group: MemberGroup | undefined
  making: boolean
  onClose: () => void
}

function GroupSheet({ group, making, onClose, create, nameTaken, onCreate, onUpdate }: GroupSheetProps) {
  const { t } = useTranslation('shell')
  const save = async (values: GroupValues) => {
    if (group) await onUpdate(group.id, { name: values.name, memberIds: values.memberIds })
    else await onCreate(values)
    toast.done(t('saved'))
  }
  return (
    <SideSheetForm<GroupValues>
      key={group?.id ?? 0}
      open={making || group !== undefined}
      title={group?.name ?? create}
      initial={group ?? { brandId: null, memberIds: [] }}
      onSave={save}
      onClose={onClose}
      blame={{ [nameTaken]: ['name'] }}
      aside={
        group && (
          <ArchiveButton
            archived={group.archived}
            name={group.name}
            onSet={(archived) => onUpdate(group.id, { archived })}
            onDone={onClose}
          />
        )
      }
    >
      <NameItem />
      <BrandItem every disabled={group !== undefined} />
      <Form.Item name="memberIds" label={t('settings.members')}>
        <MemberSelect />
      </Form.Item>
    </SideSheetForm>
  )
}

function MemberSelect(props: { id?: string; value?: number[]; onChange?: (ids: number[]) => void }) {
  const { data, isPending } = useQuery(ask('staff', 'listStaff'))
  const chosen = props.value ?? []
  const staff = (data?.staff ?? []).filter(({ id, suspended }) => !suspended || chosen.includes(id))
  return (
    <Select
      {...props}
      mode="multiple"
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={staff.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}`, name }))}
      optionLabelProp="name"
    />
  )
}

function useStaffNames(): (ids: readonly number[]) => string {
  const { t } = useTranslation('shell')
  const staff = useQuery(ask('staff', 'listStaff')).data?.staff ?? []
  return (ids) =>
    staff
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(t('comma'))
}
