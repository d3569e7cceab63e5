import { CheckCircleFilled, QuestionCircleOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useShops } from '../conversation/lookups.ts'
import style from './customer.module.css'
import type { Customer } from './customer-queries.ts'

/** How we know who this is, and whether it was proved. */
export function Identities({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const shops = useShops()
  if (customer.identities.length === 0) return <p className={style.quiet}>{t('noIdentities')}</p>
  return (
    <ul className={style.list}>
      {customer.identities.map((identity) => (
        <li key={identity.id} className={style.identity}>
          <span className={style.label}>{t(`identity.${identity.kind}`)}</span>
          <bdi className={style.identityValue}>{identity.value}</bdi>
          <Tooltip
            title={[
              t(identity.verified ? 'verifiedHint' : 'claimedHint'),
              shops.get(identity.shopId ?? 0)?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            <span className={identity.verified ? style.verified : style.claimed}>
              {identity.verified ? <CheckCircleFilled aria-hidden /> : <QuestionCircleOutlined aria-hidden />}{' '}
              {t(identity.verified ? 'verified' : 'claimed')}
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}

/** Others who claim the same; nothing links them by itself. */
export function PerhapsSame({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  if (customer.perhapsSame.length === 0) return null
  return (
    <div className={style.perhaps}>
      <p>{t('perhapsSame')}</p>
      <ul className={style.list}>
        {customer.perhapsSame.map((other) => (
          <li key={`${other.customerId} ${other.kind}`}>
            <a href={`/customers/${other.customerId}`}>
              <bdi>{other.name ?? t('unnamed')}</bdi>
            </a>{' '}
            <small>
              {t(`identity.${other.kind}`)} <bdi>{other.value}</bdi>
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}
