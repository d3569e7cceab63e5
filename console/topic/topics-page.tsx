import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { topicStages } from '../../domain/topic/endpoints.ts'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { ask } from '../shell/query-client.ts'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Rows } from '../ui/rows.tsx'
import { TopicRow } from './topic-row.tsx'
import { type TopicDraft, TopicSheet } from './topic-sheet.tsx'
import { linesOf } from './tree.ts'

/** The topic trees of a brand, one for each stage. */
export default function TopicsPage() {
  const { t } = useTranslation('topic')
  const query = useQuery(ask('topic', 'listTopics'))
  const choice = useBrandChoice()
  const [all, setAll] = useState(false)
  const [draft, setDraft] = useState<TopicDraft>()
  const { brandId } = choice
  const topics = (query.data?.topics ?? []).filter((topic) => topic.brandId === brandId)
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <ArchivedSwitch rows={topics} value={all} onChange={setAll} />
        </>
      }
    >
      {topicStages.map((stage) => (
        <Section
          key={stage}
          title={t(`stage.${stage}`)}
          action={
            brandId && (
              <Button icon={<PlusOutlined />} onClick={() => setDraft({ brandId, stage })}>
                {t('add')}
              </Button>
            )
          }
        >
          <Rows
            query={query}
            rows={linesOf(
              topics.filter((topic) => topic.stage === stage),
              all,
            )}
            label={t(`stage.${stage}`)}
            empty={<p style={{ margin: 0, padding: 16, color: 'var(--quiet)' }}>{t('empty')}</p>}
            render={(line) => (
              <TopicRow
                key={line.topic.id}
                line={line}
                onEdit={() => setDraft({ brandId: line.topic.brandId, stage, topic: line.topic })}
                onAdd={() => setDraft({ brandId: line.topic.brandId, stage, parent: line.topic })}
              />
            )}
          />
        </Section>
      ))}
      <TopicSheet draft={draft} onClose={() => setDraft(undefined)} />
    </Page>
  )
}
