import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssignmentPolicy } from '../../domain/assignment/policy.ts'
import { client } from '../shell/api.ts'
import { ask } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { Section } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'

interface VersionsProps {
  brandId: number
  /** The one in force. */
  version: number
  onLoad: (policy: AssignmentPolicy) => void
}

/** Who changed the policy when; an older version can be brought back into the form. */
export function PolicyVersions({ brandId, version, onLoad }: VersionsProps) {
  const { t } = useTranslation('assignment')
  const query = useQuery(ask('assignment', 'listAssignmentPolicyVersions', { params: { brandId } }))
  const load = async (chosen: number) => {
    try {
      const found = await client.assignment.getAssignmentPolicy({
        params: { brandId },
        query: { version: chosen },
      })
      onLoad(found.policy)
      toast.done(t('loaded', { version: chosen }))
    } catch (error) {
      toast.refused(error)
    }
  }
  return (
    <Section title={t('versions')} hint={t('versionsHint')}>
      <Rows
        query={query}
        rows={query.data?.versions ?? []}
        label={t('versions')}
        empty={<p style={{ padding: 16, color: 'var(--quiet)' }}>{t('noVersions')}</p>}
        render={(one) => (
          <Row
            key={one.version}
            title={t('version', { version: one.version })}
            marks={one.version === version && <Tag color="blue">{t('current')}</Tag>}
            detail={
              <>
                {t('changedBy', { name: one.madeByName ?? t('somebody') })} · <TimeAgo at={one.madeAt} />
              </>
            }
            end={
              one.version !== version && (
                <Button size="small" onClick={() => void load(one.version)}>
                  {t('loadVersion')}
                </Button>
              )
            }
          />
        )}
      />
    </Section>
  )
}
