import {
  CarryOutOutlined,
  CheckOutlined,
  EllipsisOutlined,
  MessageOutlined,
  PhoneOutlined,
} from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../domain/promise/endpoints.ts'
import { useShops } from '../conversation/lookups.ts'
import { useMay, useMe } from '../shell/me.ts'
import { DueWhen } from './due-when.tsx'
import style from './promise.module.css'
import { useSettle } from './use-settle.ts'

interface PromiseLineProps {
  promise: PromiseView
  onChange: () => void
  /** Shown in lists over many conversations: whose it is, and the way there. */
  onOpen?: () => void
}

/** One promise: what, for when, whose task; and what can be done with it. */
export function PromiseLine({ promise, onChange, onOpen }: PromiseLineProps) {
  const { t } = useTranslation(['promise', 'customer'])
  const me = useMe()
  const { keep, withdraw, busy } = useSettle()
  const zone = useShops().get(promise.shopId)?.timeZone
  const mayReply = useMay('conversation.reply', { brandId: promise.brandId, shopId: promise.shopId })
  const { kind, what, dueAt, state, staffId, staffName, brokenAt } = promise
  const open = state === 'open' || state === 'broken'
  const customer = promise.customerName ?? t('customer:unnamed')
  return (
    <li className={style.promise} data-open={open}>
      <span className={style.kind} title={t(`kind.${kind}`)}>
        {kindIcons[kind]}
        <span className="only-heard">{t(`kind.${kind}`)}</span>
      </span>
      <div className={style.words}>
        {onOpen ? (
          <button type="button" className={style.open} onClick={onOpen}>
            <bdi>{customer}</bdi>
          </button>
        ) : null}
        <p className={style.what} dir="auto">
          {what}
        </p>
        <p className={style.facts}>
          <DueWhen at={dueAt} open={open} zone={zone} />
          {!open && <span>{t(`state.${state}`)}</span>}
          {!open && state === 'kept' && brokenAt && <span className={style.late}>{t('late')}</span>}
          {staffId !== me.staffId && <span>{staffName}</span>}
        </p>
      </div>
      {open && mayReply && (
        <div className={style.verbs}>
          <Tooltip title={t('keep')}>
            <Button
              type="text"
              size="small"
              icon={<CheckOutlined />}
              disabled={busy}
              aria-label={t('keepWhat', { what })}
              onClick={() => keep(promise)}
            />
          </Tooltip>
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [
                { key: 'change', label: t('change'), onClick: onChange },
                { key: 'withdraw', label: t('withdraw'), danger: true, onClick: () => withdraw(promise) },
              ],
            }}
          >
            <Button
              type="text"
              size="small"
              icon={<EllipsisOutlined />}
              disabled={busy}
              aria-label={t('more', { what })}
            />
          </Dropdown>
        </div>
      )}
    </li>
  )
}

const kindIcons: Readonly<Record<PromiseView['kind'], ReactNode>> = {
  reply: <MessageOutlined aria-hidden />,
  call: <PhoneOutlined aria-hidden />,
  other: <CarryOutOutlined aria-hidden />,
}
