import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { MemberGroups } from '../staff/member-groups.tsx'

/** Teams and who is in them. */
export default function TeamsPage() {
  const { t } = useTranslation('team')
  const query = useQuery(ask('team', 'listTeams'))
  return (
    <MemberGroups
      title={t('title')}
      hint={t('hint')}
      create={t('create')}
      empty={t('empty')}
      emptyHint={t('emptyHint')}
      query={query}
      groups={query.data?.teams ?? []}
      nameTaken="team_name_taken"
      onCreate={async (body) => {
        await client.team.createTeam({ body })
        await refresh('team', 'staff')
      }}
      onUpdate={async (teamId, body) => {
        await client.team.updateTeam({ params: { teamId }, body })
        await refresh('team', 'staff')
      }}
    />
  )
}
