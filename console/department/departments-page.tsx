import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { MemberGroups } from '../staff/member-groups.tsx'

/** Departments and who is in them. */
export default function DepartmentsPage() {
  const { t } = useTranslation('department')
  const query = useQuery(ask('department', 'listDepartments'))
  return (
    <MemberGroups
      title={t('title')}
      hint={t('hint')}
      create={t('create')}
      empty={t('empty')}
      emptyHint={t('emptyHint')}
      query={query}
      groups={query.data?.departments ?? []}
      nameTaken="department_name_taken"
      onCreate={async (body) => {
        await client.department.createDepartment({ body })
        await refresh('department', 'staff')
      }}
      onUpdate={async (departmentId, body) => {
        await client.department.updateDepartment({ params: { departmentId }, body })
        await refresh('department', 'staff')
      }}
    />
  )
}
