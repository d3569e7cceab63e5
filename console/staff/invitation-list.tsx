import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { invitationShape } from '../../domain/staff/endpoints.ts'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { exactTime } from '../ui/relative-time.ts'
import { Row, Rows } from '../ui/rows.tsx'
import { type InvitedLink, InvitedSheet } from './invite-sheet.tsx'
import { useGrantWords } from './staff-list.tsx'

type Invitation = z.infer<typeof invitationShape>

/** Invitations that nobody has accepted yet: make a new link, or withdraw. */
export function InvitationList() {
  const { t, i18n } = useTranslation('staff')
  const query = useQuery(ask('staff', 'listInvitations'))
  const [link, setLink] = useState<InvitedLink>()
  const grants = useGrantWords()
  const withdraw = useMutation({
    mutationFn: ({ id }: Invitation) => client.staff.withdrawInvitation({ params: { invitationId: id } }),
    onSuccess: (_done, { email }) => toast.done(t('open.withdrawn', { email })),
    onSettled: () => refresh('staff'),
  })
  const again = useMutation({
    mutationFn: ({ email, name, grants: held }: Invitation) =>
      client.staff.invite({ body: { email, name, grants: held } }),
    onSuccess: (made, { email }) => setLink({ email, ...made }),
    onSettled: () => refresh('staff'),
  })
  return (
    <>
      <Rows
        query={query}
        rows={query.data?.invitations ?? []}
        label={t('list.invitations')}
        empty={<EmptyState title={t('open.empty')} hint={t('open.emptyHint')} />}
        render={(one) => (
          <Row
            key={one.id}
            lead={<PersonAvatar name={one.name} id={one.id} />}
            title={one.name}
            detail={[
              one.email,
              ...grants(one),
              t('open.until', { until: exactTime(Date.parse(one.expiresAt), i18n.language) }),
            ].join(' · ')}
            end={
              <>
                <Button
                  onClick={() => again.mutate(one)}
                  loading={again.isPending && again.variables.id === one.id}
                >
                  {t('open.again')}
                </Button>
                <Button danger type="text" onClick={() => withdraw.mutate(one)}>
                  {t('open.withdraw')}
                </Button>
              </>
            }
          />
        )}
      />
      <InvitedSheet invited={link} onClose={() => setLink(undefined)} />
    </>
  )
}
