import { PlusOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/me.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { Page } from '../ui/page.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { StaffList } from './staff-list.tsx'

/** Who works here, and who is invited. */
export default function StaffPage() {
  const { t } = useTranslation('staff')
  const mayManage = useMay('staff.manage')
  const { open, show, hide } = useOpenRow()
  const [tab, setTab] = useState('everyone')
  const invite = mayManage && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
      {t('list.invite')}
    </Button>
  )
  return (
    <Page title={t('list.title')} hint={t('list.hint')} action={invite}>
      {mayManage ? (
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'everyone', label: t('list.everyone'), children: <StaffList /> },
            { key: 'invitations', label: t('list.invitations'), children: <InvitationList /> },
          ]}
        />
      ) : (
        <StaffList />
      )}
      {mayManage && <InviteSheet open={open === 'new'} onClose={hide} />}
    </Page>
  )
}
