import { useTranslation } from 'react-i18next'
import { useTags } from '../conversation/lookups.ts'
import { TagMark } from '../conversation/tag-choice.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './customer.module.css'
import type { Customer } from './customer-queries.ts'

type Listed = Pick<Customer, 'id' | 'name' | 'email' | 'phone' | 'blocked' | 'createdAt' | 'tagIds'>

interface CustomerRowProps {
  customer: Listed
  href: string
  chosen: boolean
  onOpen: () => void
}

/** A customer in two lines: name and tags; how to reach them. */
export function CustomerRow({ customer, href, chosen, onOpen }: CustomerRowProps) {
  const { t } = useTranslation('customer')
  const tags = useTags()
  const shown = customer.tagIds.slice(0, 2).flatMap((id) => tags.get(id) ?? [])
  return (
    <a
      className={style.row}
      href={href}
      aria-current={chosen ? 'true' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onOpen()
      }}
    >
      <PersonAvatar name={customer.name} id={customer.id} size={36} />
      <span className={style.rowText}>
        <span className={style.rowTop}>
          <bdi className={style.rowName}>{customer.name ?? t('unnamed')}</bdi>
          {customer.blocked && <span className={style.blocked}>{t('blocked')}</span>}
          {shown.map((tag) => (
            <TagMark key={tag.id} name={tag.name} colour={tag.colour} />
          ))}
        </span>
        <span className={style.rowBottom}>
          <bdi>{[customer.email, customer.phone].filter(Boolean).join(' · ') || t('noReach')}</bdi>
          <TimeAgo at={customer.createdAt} />
        </span>
      </span>
    </a>
  )
}
