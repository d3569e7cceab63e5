import { ArrowDownOutlined, ArrowUpOutlined, MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { Row } from '../ui/rows.tsx'
import type { TopicLine } from './tree.ts'

interface TopicRowProps {
  line: TopicLine
  onEdit: () => void
  onAdd: () => void
}

/** How deep a topic may stand; stems are at 0. */
const deepest = 3

/** One topic of the tree, with what can be done to it. */
export function TopicRow({ line, onEdit, onAdd }: TopicRowProps) {
  const { t } = useTranslation(['topic', 'shell'])
  const say = useInLanguage()
  const { topic, depth, index, siblings } = line
  const name = say(topic.name)
  const others = Object.values(topic.name).filter((text) => text !== '' && text !== name)
  const change = async (body: { order?: number; archived?: boolean }) => {
    try {
      await client.topic.updateTopic({ params: { topicId: topic.id }, body })
    } catch (error) {
      toast.refused(error)
    }
    await refresh('topic')
  }
  const archive = async (archived: boolean): Promise<void> => {
    await change({ archived })
    toast.done(t(archived ? 'shell:archivedDone' : 'shell:restoredDone', { name }), () => archive(!archived))
  }
  return (
    <Row
      lead={depth > 0 && <span style={{ width: depth * 24 - 12, flex: 'none' }} />}
      title={name}
      faded={topic.archived}
      marks={
        <>
          <span style={{ color: 'var(--quiet)', fontSize: 13 }}>{others.join(' · ')}</span>
          {topic.archived && <Tag>{t('shell:archived')}</Tag>}
        </>
      }
      onOpen={onEdit}
      end={
        <>
          <Tooltip title={depth < deepest ? t('addUnder', { name }) : t('deepest')}>
            <Button
              type="text"
              icon={<PlusOutlined />}
              disabled={depth >= deepest || topic.archived}
              aria-label={t('addUnder', { name })}
              onClick={onAdd}
            />
          </Tooltip>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                {
                  key: 'up',
                  icon: <ArrowUpOutlined />,
                  label: t('shell:moveUp'),
                  disabled: index === 0,
                  onClick: () => void change({ order: index - 1 }),
                },
                {
                  key: 'down',
                  icon: <ArrowDownOutlined />,
                  label: t('shell:moveDown'),
                  disabled: index === siblings - 1,
                  onClick: () => void change({ order: index + 1 }),
                },
                { type: 'divider' },
                {
                  key: 'archive',
                  label: t(topic.archived ? 'shell:restore' : 'shell:archive'),
                  danger: !topic.archived,
                  onClick: () => void archive(!topic.archived),
                },
              ],
            }}
          >
            <Button type="text" icon={<MoreOutlined />} aria-label={t('actions', { name })} />
          </Dropdown>
        </>
      }
    />
  )
}
