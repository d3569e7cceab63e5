import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Skeleton, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { pageSample, serverSample } from './identity-sample.ts'

/** The keys with which a shop signs who is logged in; a new secret is shown once, with how to use it. */
export function IdentityKeys({ shopId }: { shopId: number }) {
  const { t } = useTranslation(['shop', 'shell'])
  const query = useQuery(ask('shop', 'listIdentityKeys', { params: { shopId } }))
  const create = useMutation({
    mutationFn: () => client.shop.createIdentityKey({ params: { shopId } }),
    onSuccess: () => refresh('shop'),
  })
  const retire = useMutation({
    mutationFn: (identityKeyId: number) =>
      client.shop.retireIdentityKey({ params: { shopId, identityKeyId } }),
    onSuccess: () => toast.done(t('retiredDone')),
    onSettled: () => refresh('shop'),
  })
  const keys = query.data?.keys ?? []
  return (
    <section style={{ marginBottom: 24, paddingTop: 20, borderTop: '1px solid var(--line)' }}>
      <h2 style={{ fontSize: 15 }}>{t('keys')}</h2>
      <p style={{ color: 'var(--quiet)', marginBottom: 12 }}>{t('keysHint')}</p>
      {query.isPending && <Skeleton active paragraph={{ rows: 1 }} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && keys.length === 0 && <p style={{ marginBottom: 12 }}>{t('keysEmpty')}</p>}
      {keys.map((key) => (
        <div key={key.id} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 40 }}>
          <code style={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis' }}>{key.keyId}</code>
          <span style={{ color: 'var(--quiet)', fontSize: 13 }}>
            {t('made')} <TimeAgo at={key.createdAt} />
          </span>
          {key.retiredAt ? (
            <Tag>{t('retired')}</Tag>
          ) : (
            <Popconfirm
              title={t('retireAsk')}
              description={t('retireHint')}
              okText={t('retire')}
              onConfirm={() => retire.mutate(key.id)}
            >
              <Button size="small" danger>
                {t('retire')}
              </Button>
            </Popconfirm>
          )}
        </div>
      ))}
      {create.data ? (
        <Secret made={create.data} shopId={shopId} onDone={create.reset} />
      ) : (
        <Button loading={create.isPending} onClick={() => create.mutate()}>
          {t('createKey')}
        </Button>
      )}
    </section>
  )
}

interface SecretProps {
  made: { keyId: string; secret: string }
  shopId: number
  onDone: () => void
}

function Secret({ made, shopId, onDone }: SecretProps) {
  const { t } = useTranslation('shop')
  const channels = useQuery(ask('channel', 'listChannels')).data?.channels ?? []
  const channelKey = channels.find((channel) => channel.shopId === shopId && !channel.archived)?.key
  return (
    <Alert
      type="warning"
      style={{ marginTop: 12 }}
      title={t('secretTitle')}
      description={
        <div style={{ display: 'grid', gap: 8 }}>
          <p>{t('secretHint')}</p>
          <span>{t('keyId')}</span>
          <CopyField text={made.keyId} />
          <span>{t('secret')}</span>
          <CopyField text={made.secret} />
          <span>{t('sample')}</span>
          <CopyField text={serverSample(made.keyId, channelKey ?? 'THE CHANNEL KEY')} />
          <span>{t('inPage')}</span>
          <CopyField text={pageSample} />
          <div>
            <Button onClick={onDone}>{t('secretDone')}</Button>
          </div>
        </div>
      }
    />
  )
}
