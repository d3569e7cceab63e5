import { DownOutlined } from '@ant-design/icons'
import { Button, Popover, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysText, useKeys } from '../shell/keys.tsx'
import style from './due.module.css'
import { DueTime } from './due-time.tsx'
import type { RowClock } from './levels.ts'

const ClockWhy = lazy(() => import('./clock-why.tsx'))
const keys = 'd'

/** The running clock of a conversation, and on a press why its deadline is what it is. */
export function DueButton({ conversationId, clock }: { conversationId: number; clock: RowClock }) {
  const { t } = useTranslation('clock')
  const [open, setOpen] = useState(false)
  useKeys('clock', [{ keys, does: 'why', run: () => setOpen(!open) }])
  const { dueKind } = clock
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      destroyOnHidden
      title={t('why')}
      content={
        <Suspense fallback={<Skeleton active title={false} className={style.why} />}>
          <ClockWhy conversationId={conversationId} kind={dueKind} />
        </Suspense>
      }
    >
      <Button type="text" size="small" className={style.due} title={`${t('why')} (${keysText(keys)})`}>
        {dueKind ? t(`kind.${dueKind}`) : t('why')} <DueTime clock={clock} />
        <DownOutlined aria-hidden className={style.more} />
      </Button>
    </Popover>
  )
}
