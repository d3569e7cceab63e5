import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTopics } from './lookups.ts'
import { topicTree } from './topic-tree.ts'

interface TopicChoiceProps {
  id?: string
  brandId: number
  value?: number | null
  onChange?: (topicId: number | null) => void
  autoFocus?: boolean
  /** Opens inside the element around it, so that it goes when a sheet closes. */
  contained?: boolean
  disabled?: boolean
  size?: 'small' | 'middle'
}

/** Chooses a topic from the tree of a brand, by searching or opening branches. */
export function TopicChoice({
  brandId,
  value,
  onChange,
  contained,
  size = 'middle',
  ...rest
}: TopicChoiceProps) {
  const { t, i18n } = useTranslation('conversation')
  const topics = useTopics()
  const tree = useMemo(
    () => topicTree(topics, brandId, i18n.language, (stage) => t(`stage.${stage}` as 'stage.pre_sales')),
    [topics, brandId, i18n.language, t],
  )
  return (
    <TreeSelect
      {...rest}
      size={size}
      style={{ width: '100%' }}
      aria-label={t('topic')}
      placeholder={t('topicNone')}
      notFoundContent={t('topicMissing')}
      getPopupContainer={contained ? (field) => field.parentElement ?? document.body : undefined}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll
      treeLine
      treeData={tree}
      value={value ?? undefined}
      onChange={(topicId?: number) => onChange?.(topicId ?? null)}
    />
  )
}
