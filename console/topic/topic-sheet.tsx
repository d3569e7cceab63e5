import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import { client } from '../shell/api.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { Topic } from './tree.ts'

/** A topic being changed, or one being added under a parent or as a stem. */
export interface TopicDraft {
  brandId: number
  stage: Topic['stage']
  topic?: Topic
  parent?: Topic
}

/** Names a topic in every language. */
export function TopicSheet({ draft, onClose }: { draft: TopicDraft | undefined; onClose: () => void }) {
  const { t } = useTranslation(['topic', 'shell'])
  const say = useInLanguage()
  const save = async ({ name }: { name: Localized }) => {
    if (!draft) return
    const { brandId, stage, topic, parent } = draft
    if (topic) await client.topic.updateTopic({ params: { topicId: topic.id }, body: { name } })
    else await client.topic.createTopic({ body: { brandId, stage, parentId: parent?.id ?? null, name } })
    await refresh('topic')
    toast.done(t('shell:saved'))
  }
  const title = draft?.topic ? t('edit', { name: say(draft.topic.name) }) : t('create')
  const above = draft?.parent
    ? t('under', { name: say(draft.parent.name) })
    : draft && t(`stage.${draft.stage}`)
  return (
    <SideSheetForm<{ name: Localized }>
      key={draft?.topic?.id ?? `under ${draft?.parent?.id ?? 0}`}
      open={draft !== undefined}
      title={title}
      initial={draft?.topic ? { name: draft.topic.name } : {}}
      onSave={save}
      onClose={onClose}
    >
      {!draft?.topic && <p style={{ color: 'var(--quiet)', marginBottom: 16 }}>{above}</p>}
      <Form.Item name="name" label={t('name')} rules={[localizedRule(t('shell:fault.localized_empty'))]}>
        <LocalizedField />
      </Form.Item>
    </SideSheetForm>
  )
}
