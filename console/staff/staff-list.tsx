import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInLanguage, useNames } from '../shell/lookups.ts'
import { useMay, useMe } from '../shell/me.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterInput, holdsText } from '../ui/filter-input.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import type { StaffMember } from './staff-member.ts'
import { StaffSheet } from './staff-sheet.tsx'

/** All members of staff; choosing one opens their sheet. */
export function StaffList() {
  const { t } = useTranslation('staff')
  const query = useQuery(ask('staff', 'listStaff'))
  const mayManage = useMay('staff.manage')
  const { open, show, hide } = useOpenRow()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const staff = query.data?.staff ?? []
  const rows = staff.filter((one) => (all || !one.suspended) && holdsText([one.name, one.email], typed))
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center', marginBottom: 12 }}>
        <FilterInput value={typed} onChange={setTyped} />
        {staff.some(({ suspended }) => suspended) && (
          <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
            {t('list.showSuspended')}
          </Checkbox>
        )}
      </div>
      <Rows
        query={query}
        rows={rows}
        label={t('list.title')}
        empty={<EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />}
        render={(one) => (
          <StaffRow key={one.id} member={one} onOpen={mayManage ? () => show(one.id) : undefined} />
        )}
      />
      <StaffSheet member={staff.find(({ id }) => id === open)} onClose={hide} />
    </>
  )
}

function StaffRow({ member, onOpen }: { member: StaffMember; onOpen: (() => void) | undefined }) {
  const { t } = useTranslation(['staff', 'shell'])
  const me = useMe()
  const { team } = useNames()
  const grants = useGrantWords()
  const teams = member.teamIds.flatMap((id) => team(id) ?? [])
  const roles = grants(member)
  return (
    <Row
      lead={<PersonAvatar name={member.name} id={member.id} />}
      title={member.name}
      faded={member.suspended}
      marks={
        <>
          {member.id === me.staffId && (
            <Tag style={{ background: 'var(--accent-soft)', color: 'var(--accent-text)' }}>
              {t('list.you')}
            </Tag>
          )}
          {member.suspended && <Tag color="error">{t('list.suspended')}</Tag>}
          {member.twoFactor && (
            <Tooltip title={t('list.twoFactor')}>
              <SafetyCertificateOutlined style={{ color: 'var(--green)' }} aria-label={t('list.twoFactor')} />
            </Tooltip>
          )}
        </>
      }
      detail={[
        member.email,
        roles.length > 0 ? roles.join(t('shell:comma')) : t('list.noRoles'),
        ...teams,
      ].join(' · ')}
      end={
        <span style={{ color: 'var(--quiet)', fontSize: 13 }}>
          {member.lastSeenAt ? <TimeAgo at={member.lastSeenAt} /> : t('list.never')}
        </span>
      }
      onOpen={onOpen}
    />
  )
}

/** The roles a person holds, in words: `Agent (Moonlight Tea)`. */
export function useGrantWords(): (holder: Pick<StaffMember, 'grants'>) => string[] {
  const say = useInLanguage()
  const roles = useQuery(ask('staff', 'listRoles')).data?.roles ?? []
  const { brand, shop, team } = useNames()
  return ({ grants }) =>
    grants.flatMap((grant) => {
      const role = roles.find(({ id }) => id === grant.roleId)
      if (!role) return []
      const where =
        (grant.teamId && team(grant.teamId)) ||
        (grant.shopId && shop(grant.shopId)) ||
        (grant.brandId && brand(grant.brandId))
      return [where ? `${say(role.name)} (${where})` : say(role.name)]
    })
}
