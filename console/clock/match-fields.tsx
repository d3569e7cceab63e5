import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTags, useTopics } from '../conversation/lookups.ts'
import { topicTree } from '../conversation/topic-tree.ts'
import { useNames } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import style from './policy.module.css'

const at = (name: string) => ['definition', 'match', name]
const search = { optionFilterProp: 'label' } as const

/** For which conversations a policy holds; what is left empty asks nothing. */
export function MatchFields({ brandId }: { brandId: number }) {
  const { t, i18n } = useTranslation(['clock', 'conversation'])
  const { shops } = useNames()
  const { data } = useQuery({ ...ask('channel', 'listChannels'), meta: { quiet: true }, retry: false })
  const tags = useTags()
  const topics = useTopics()
  const tree = useMemo(
    () =>
      topicTree(topics, brandId, i18n.language, (stage) =>
        t(`conversation:stage.${stage}` as 'conversation:stage.pre_sales'),
      ),
    [topics, brandId, i18n.language, t],
  )
  const ours = shops.filter((shop) => shop.brandId === brandId && !shop.archived)
  const shopName = new Map(ours.map(({ id, name }) => [id, name]))
  const channels = (data?.channels ?? []).filter(({ shopId, archived }) => shopName.has(shopId) && !archived)
  const any = t('any')
  return (
    <div className={style.match}>
      <Form.Item name={at('shopIds')} label={t('match.shops')}>
        <Select
          mode="multiple"
          showSearch={search}
          placeholder={any}
          options={ours.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name={at('channelIds')} label={t('match.channels')}>
        <Select
          mode="multiple"
          showSearch={search}
          placeholder={any}
          options={channels.map(({ id, name, shopId }) => ({
            value: id,
            label: ours.length > 1 ? `${shopName.get(shopId)} · ${name}` : name,
          }))}
        />
      </Form.Item>
      <Form.Item name={at('topicIds')} label={t('match.topics')}>
        <TreeSelect
          multiple
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandAll
          placeholder={any}
          treeData={tree}
        />
      </Form.Item>
      <Form.Item name={at('tagIds')} label={t('match.tags')}>
        <Select
          mode="multiple"
          showSearch={search}
          placeholder={any}
          options={[...tags.values()]
            .filter((tag) => tag.brandId === brandId)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name={at('priorityFrom')} label={t('match.priority')} extra={t('match.priorityHint')}>
        <InputNumber min={-100} max={100} precision={0} placeholder={any} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  )
}
