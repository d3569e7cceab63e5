import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useNames } from '../shell/lookups.ts'
import { useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { exactTime } from '../ui/relative-time.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { GrantsEditor } from './grants-editor.tsx'
import { type GrantChoice, grantsOf, rangeOf, sameGrants } from './ranges.ts'
import type { StaffMember } from './staff-member.ts'
import { useSuspend } from './suspend.ts'

interface Values {
  name: string
  grants: GrantChoice[]
}

/** One member of staff: name, roles, teams, reset link, suspension. */
export function StaffSheet({ member, onClose }: { member: StaffMember | undefined; onClose: () => void }) {
  const { t } = useTranslation(['staff', 'shell'])
  const me = useMe()
  const suspend = useSuspend()
  const save = async (one: StaffMember, { name, grants }: Values) => {
    const params = { staffId: one.id }
    const wanted = grantsOf(grants ?? [], one.grants)
    if (name.trim() !== one.name) await client.staff.updateStaff({ params, body: { name } })
    if (!sameGrants(wanted, one.grants)) await client.staff.setGrants({ params, body: { grants: wanted } })
    await refresh('staff')
    toast.done(t('edit.saved', { name }))
  }
  return (
    <SideSheetForm<Values>
      key={member?.id ?? 0}
      open={member !== undefined}
      title={member?.name}
      onClose={onClose}
      initial={member ? { name: member.name, grants: member.grants.map(choiceOf) } : {}}
      onSave={(values) => (member ? save(member, values) : Promise.resolve())}
      width={560}
      aside={
        member && member.id !== me.staffId ? (
          <Button
            danger={!member.suspended}
            onClick={() => {
              onClose()
              void suspend(member, !member.suspended)
            }}
          >
            {t(member.suspended ? 'edit.restore' : 'edit.suspend')}
          </Button>
        ) : undefined
      }
    >
      {member && <StaffFields member={member} />}
    </SideSheetForm>
  )
}

function choiceOf(grant: StaffMember['grants'][number]): GrantChoice {
  return { roleId: grant.roleId, range: rangeOf(grant) }
}

function StaffFields({ member }: { member: StaffMember }) {
  const { t } = useTranslation(['staff', 'shell'])
  const { team } = useNames()
  const teams = member.teamIds.flatMap((id) => team(id) ?? [])
  return (
    <>
      <p style={{ color: 'var(--quiet)', marginBottom: 16 }}>{member.email}</p>
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: true, whitespace: true, max: 100, message: t('shell:fault.required') }]}
      >
        <Input />
      </Form.Item>
      <GrantsEditor />
      <Form.Item label={t('edit.teams')} extra={t('edit.teamsHint')}>
        <span>{teams.length > 0 ? teams.join(', ') : t('shell:none')}</span>
      </Form.Item>
      <ResetLink member={member} />
    </>
  )
}

function ResetLink({ member }: { member: StaffMember }) {
  const { t, i18n } = useTranslation('staff')
  const [made, setMade] = useState<{ link: string; mailed: boolean; expiresAt: string }>()
  const make = async () => {
    try {
      setMade(await client.staff.makeResetLink({ params: { staffId: member.id } }))
    } catch (error) {
      toast.refused(error)
    }
  }
  if (!made) {
    return (
      <Button onClick={() => void make()} style={{ marginBottom: 24 }}>
        {t('edit.resetLink')}
      </Button>
    )
  }
  const until = exactTime(Date.parse(made.expiresAt), i18n.language)
  return (
    <Alert
      type="info"
      style={{ marginBottom: 24 }}
      title={t('resetLink.title', { name: member.name })}
      description={
        <>
          <p style={{ marginBottom: 8 }}>
            {t(made.mailed ? 'resetLink.mailed' : 'resetLink.shown', { until })}
          </p>
          <CopyField text={made.link} />
        </>
      }
    />
  )
}
