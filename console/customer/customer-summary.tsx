import { useTranslation } from 'react-i18next'
import { toast } from '../shell/toast.tsx'
import { copyText } from '../ui/copy-field.tsx'
import { languageName } from '../ui/language-tag.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { exactTime } from '../ui/relative-time.ts'
import style from './customer.module.css'
import type { Customer } from './customer-queries.ts'
import { countryName } from './profile.tsx'

/** Who this is in three lines: name, how to reach them, where from and since when. */
export function CustomerSummary({ customer }: { customer: Customer }) {
  const { t, i18n } = useTranslation('customer')
  const { name, email, phone, language, country, createdAt } = customer
  const since = new Intl.DateTimeFormat(i18n.language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(Date.parse(createdAt))
  const facts = [
    country && countryName(country, i18n.language),
    language && languageName(language, i18n.language),
    t('talkCount', { count: customer.conversations }),
  ]
  return (
    <div className={style.summary}>
      <PersonAvatar name={name} id={customer.id} size={44} />
      <div className={style.summaryText}>
        <p className={style.summaryName}>
          <bdi>{name ?? t('unnamed')}</bdi>
          {customer.blocked && <span className={style.blocked}>{t('blocked')}</span>}
        </p>
        <p className={style.reach}>
          {[email, phone]
            .filter((one) => one !== null)
            .map((one) => (
              <button key={one} type="button" title={t('copy')} onClick={() => void take(one, t('copied'))}>
                <bdi>{one}</bdi>
              </button>
            ))}
          {!email && !phone && <span className={style.quiet}>{t('noReach')}</span>}
        </p>
        <p className={style.quiet} title={exactTime(Date.parse(createdAt), i18n.language)}>
          {[...facts.filter(Boolean), t('since', { date: since })].join(' · ')}
        </p>
      </div>
    </div>
  )
}

async function take(text: string, said: string): Promise<void> {
  if (await copyText(text)) toast.done(said)
}
