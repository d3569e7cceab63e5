import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber, Space, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { Localized } from '../../domain/localized.ts'
import type { presenceEndpoints } from '../../domain/presence/endpoints.ts'
import { reachOf } from '../../domain/staff/scope.ts'
import { client } from '../shell/api.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { useMe, viewerOf } from '../shell/me.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'
import { Section } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

type Kind = EndpointOutput<typeof presenceEndpoints.listBreakKinds>['kinds'][number]

/** Kinds of break; whoever leads everybody may change them. */
export function BreakKinds() {
  const { t } = useTranslation(['presence', 'shell'])
  const say = useInLanguage()
  const mayChange = reachOf(viewerOf(useMe()), 'presence.manage').everything
  const query = useQuery(ask('presence', 'listBreakKinds'))
  const [all, setAll] = useState(false)
  const [draft, setDraft] = useState<Kind | 'new'>()
  const kinds = query.data?.kinds ?? []
  return (
    <Section
      title={t('breaks.kinds')}
      hint={t('breaks.kindsHint')}
      action={
        mayChange && (
          <>
            <ArchivedSwitch rows={kinds} value={all} onChange={setAll} />
            <Button icon={<PlusOutlined />} onClick={() => setDraft('new')}>
              {t('breaks.add')}
            </Button>
          </>
        )
      }
    >
      <Rows
        query={query}
        rows={kinds.filter(({ archived }) => all || !archived)}
        label={t('breaks.kinds')}
        empty={<p style={{ margin: 0, padding: 16, color: 'var(--quiet)' }}>{t('breaks.none')}</p>}
        render={(kind) => (
          <Row
            key={kind.id}
            title={say(kind.name)}
            faded={kind.archived}
            marks={kind.archived && <Tag>{t('shell:archived')}</Tag>}
            end={<span style={{ color: 'var(--quiet)' }}>{t('minutes', { count: kind.limitMinutes })}</span>}
            onOpen={mayChange ? () => setDraft(kind) : undefined}
          />
        )}
      />
      <KindSheet draft={draft} onClose={() => setDraft(undefined)} />
    </Section>
  )
}

interface KindValues {
  name: Localized
  limitMinutes: number
}

function KindSheet({ draft, onClose }: { draft: Kind | 'new' | undefined; onClose: () => void }) {
  const { t } = useTranslation(['presence', 'shell'])
  const say = useInLanguage()
  const kind = draft === 'new' ? undefined : draft
  const update = async (breakKindId: number, body: Partial<KindValues> & { archived?: boolean }) => {
    await client.presence.updateBreakKind({ params: { breakKindId }, body })
    await refresh('presence')
  }
  const save = async (body: KindValues) => {
    if (kind) await update(kind.id, body)
    else await client.presence.createBreakKind({ body })
    await refresh('presence')
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<KindValues>
      key={kind?.id ?? 'new'}
      open={draft !== undefined}
      title={kind ? t('breaks.edit', { name: say(kind.name) }) : t('breaks.create')}
      initial={kind ? { name: kind.name, limitMinutes: kind.limitMinutes } : { limitMinutes: 15 }}
      onSave={save}
      onClose={onClose}
      aside={
        kind && (
          <ArchiveButton
            archived={kind.archived}
            name={say(kind.name)}
            onSet={(archived) => update(kind.id, { archived })}
            onDone={onClose}
          />
        )
      }
    >
      <Form.Item
        name="name"
        label={t('shell:name')}
        rules={[localizedRule(t('shell:fault.localized_empty'))]}
      >
        <LocalizedField />
      </Form.Item>
      <Form.Item label={t('breaks.limit')} htmlFor="limitMinutes">
        <Space>
          <Form.Item name="limitMinutes" noStyle rules={[{ required: true }]}>
            <InputNumber id="limitMinutes" min={1} max={480} precision={0} />
          </Form.Item>
          {t('breaks.minutes')}
        </Space>
      </Form.Item>
    </SideSheetForm>
  )
}
