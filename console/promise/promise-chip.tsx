import { CarryOutOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DueWhen } from './due-when.tsx'
import style from './promise.module.css'
import { inOrder, isOpen, PromiseList } from './promise-list.tsx'
import { askPromisesOf } from './promise-queries.ts'

interface PromiseChipProps {
  conversation: { id: number; shopId: number; brandId: number }
  /** Opened from a reminder: the promises stand open at once. */
  shown: boolean
}

/** Above the composer: the next promise that is to be kept here. */
export function PromiseChip({ conversation, shown }: PromiseChipProps) {
  const { t } = useTranslation('promise')
  const { data } = useQuery({ ...askPromisesOf(conversation.id), meta: { quiet: true } })
  const [open, setOpen] = useState(shown)
  const next = inOrder(data?.promises ?? []).find(isOpen)
  if (!next) return null
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      title={t('title')}
      content={
        <div className={style.popover}>
          <PromiseList conversation={conversation} />
        </div>
      }
    >
      <Button type="text" size="small" className={style.chip} title={next.what}>
        <CarryOutOutlined aria-hidden />
        <span className={style.chipWhat}>{t('chip', { what: next.what })}</span>
        <DueWhen at={next.dueAt} open />
      </Button>
    </Popover>
  )
}
