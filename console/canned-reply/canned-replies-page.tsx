import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { useInLanguage } from '../shell/lookups.ts'
import { useMay, useMe } from '../shell/me.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterInput, holdsText } from '../ui/filter-input.tsx'
import { LanguageTag } from '../ui/language-tag.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import type { CannedReply } from './canned-reply.ts'
import { CannedReplySheet } from './canned-reply-sheet.tsx'

/** Shared and own canned replies of a brand. */
export default function CannedRepliesPage() {
  const { t } = useTranslation('canned-reply')
  const query = useQuery(ask('cannedReply', 'listCannedReplies', { query: {} }))
  const choice = useBrandChoice()
  const { staffId } = useMe()
  const mayKeepOwn = useMay('conversation.reply')
  const { open, show, hide } = useOpenRow()
  const [typed, setTyped] = useState('')
  const [tab, setTab] = useState<'shared' | 'own'>('shared')
  const replies = query.data?.cannedReplies ?? []
  const here = replies.filter(
    (reply) =>
      reply.brandId === choice.brandId && holdsText([reply.shortcut, ...Object.values(reply.text)], typed),
  )
  const list = (name: 'shared' | 'own', rows: CannedReply[]) => ({
    key: name,
    label: `${t(name)} ${rows.length > 0 ? rows.length : ''}`,
    children: (
      <Rows
        query={query}
        rows={rows}
        label={t(name)}
        empty={<EmptyState title={t(`${name}Empty`)} hint={t(`${name}EmptyHint`)} />}
        render={(reply) => <ReplyRow key={reply.id} reply={reply} onOpen={() => show(reply.id)} />}
      />
    ),
  })
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <FilterInput value={typed} onChange={setTyped} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {t('create')}
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as 'shared' | 'own')}
        items={[
          list(
            'shared',
            here.filter(({ ownerId }) => ownerId === null),
          ),
          ...(mayKeepOwn
            ? [
                list(
                  'own',
                  here.filter(({ ownerId }) => ownerId === staffId),
                ),
              ]
            : []),
        ]}
      />
      <CannedReplySheet
        reply={replies.find(({ id }) => id === open)}
        making={open === 'new'}
        brandId={choice.brandId}
        shared={tab === 'shared'}
        onClose={hide}
      />
    </Page>
  )
}

function ReplyRow({ reply, onOpen }: { reply: CannedReply; onOpen: () => void }) {
  const { t } = useTranslation('canned-reply')
  const say = useInLanguage()
  const mayShare = useMay('canned_reply.share', { brandId: reply.brandId })
  return (
    <Row
      title={`/${reply.shortcut}`}
      marks={Object.entries(reply.text).flatMap(([tag, text]) =>
        text === '' ? [] : [<LanguageTag key={tag} tag={tag} />],
      )}
      detail={say(reply.text)}
      end={<span style={{ color: 'var(--quiet)', fontSize: 13 }}>{t('used', { count: reply.used })}</span>}
      onOpen={reply.ownerId !== null || mayShare ? onOpen : undefined}
    />
  )
}
