import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useInLanguage } from '../shell/lookups.ts'
import { useMay } from '../shell/me.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { RoleSheet } from './role-sheet.tsx'

/** Own roles, and what the built-in ones may do. */
export default function RolesPage() {
  const { t } = useTranslation('staff')
  const say = useInLanguage()
  const mayManage = useMay('role.manage')
  const query = useQuery(ask('staff', 'listRoles'))
  const { open, show, hide } = useOpenRow()
  const roles = query.data?.roles ?? []
  const own = roles.filter(({ builtIn }) => builtIn === null)
  const create = mayManage && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
      {t('roles.create')}
    </Button>
  )
  return (
    <Page title={t('roles.title')} hint={t('roles.hint')} action={create} wide>
      <Rows
        query={query}
        rows={own}
        label={t('roles.own')}
        empty={<EmptyState title={t('roles.ownEmpty')} hint={t('roles.ownEmptyHint')} />}
        render={(role) => (
          <Row
            key={role.id}
            title={say(role.name)}
            detail={[
              t('roles.permissionCount', { count: role.permissions.length }),
              t('roles.holders', { count: role.holders }),
            ].join(' · ')}
            onOpen={mayManage ? () => show(role.id) : undefined}
          />
        )}
      />
      {query.data && (
        <Section title={t('roles.builtIn')}>
          <RoleMatrix roles={roles.filter(({ builtIn }) => builtIn !== null)} />
        </Section>
      )}
      <RoleSheet role={own.find(({ id }) => id === open)} making={open === 'new'} onClose={hide} />
    </Page>
  )
}
