import { Button, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useNames } from '../shell/lookups.ts'
import { refresh } from '../shell/query-client.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { exactTime } from '../ui/relative-time.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { GrantsEditor } from './grants-editor.tsx'
import { type GrantChoice, grantsOf } from './ranges.ts'

interface Values {
  email: string
  name: string
  grants: GrantChoice[]
  teamIds: number[]
}

export interface InvitedLink {
  email: string
  link: string
  mailed: boolean
  expiresAt: string
}

/** Invites a person; afterwards it shows the link, to be handed over where no mail goes out. */
export function InviteSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['staff', 'shell'])
  const { teams } = useNames()
  const [invited, setInvited] = useState<InvitedLink>()
  const invite = async ({ email, name, grants, teamIds }: Values) => {
    const body = { email, name, grants: grantsOf(grants, []), teamIds: teamIds ?? [] }
    const made = await client.staff.invite({ body })
    setInvited({ email, ...made })
    await refresh('staff')
  }
  return (
    <>
      <SideSheetForm<Values>
        open={open}
        title={t('invite.title')}
        initial={{ grants: [{ range: 'all' }], teamIds: [] }}
        onSave={invite}
        onClose={onClose}
        saveText={t('invite.submit')}
        blame={{ email_taken: ['email'] }}
        width={560}
      >
        <Form.Item
          name="email"
          label={t('email')}
          rules={[{ required: true, type: 'email', message: t('shell:fault.email') }]}
        >
          <Input type="email" autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, max: 100, message: t('shell:fault.required') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <GrantsEditor />
        <Form.Item name="teamIds" label={t('edit.teams')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={teams
              .filter(({ archived }) => !archived)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </SideSheetForm>
      <InvitedSheet invited={invited} onClose={() => setInvited(undefined)} />
    </>
  )
}

/** The link of an invitation that was just made. */
export function InvitedSheet({
  invited,
  onClose,
}: {
  invited: InvitedLink | undefined
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('staff')
  const until = invited ? exactTime(Date.parse(invited.expiresAt), i18n.language) : ''
  const email = invited?.email ?? ''
  return (
    <Drawer
      open={invited !== undefined}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={t(invited?.mailed ? 'invite.mailed' : 'invite.link', { email })}
    >
      <p style={{ marginBottom: 12 }}>
        {t(invited?.mailed ? 'invite.mailedHint' : 'invite.linkHint', { until })}
      </p>
      <CopyField text={invited?.link ?? ''} />
      <Button type="primary" onClick={onClose} style={{ marginTop: 16 }}>
        {t('invite.done')}
      </Button>
    </Drawer>
  )
}
