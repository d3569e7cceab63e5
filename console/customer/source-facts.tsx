import { useTranslation } from 'react-i18next'
import type { Source } from '../../domain/conversation/source.ts'
import { languageName } from '../ui/language-tag.tsx'
import style from './customer.module.css'

/** Where a conversation came from, as it was recorded when it began. */
export function SourceFacts({ source }: { source: Source }) {
  const { t, i18n } = useTranslation('customer')
  const { campaign, device } = source
  const facts: [string, string | undefined, string?][] = [
    ['page', source.pageTitle ?? source.page, source.page],
    ['referrer', source.referrer, source.referrer],
    [
      'campaign',
      campaign &&
        [campaign.source, campaign.medium, campaign.name, campaign.term, campaign.content]
          .filter(Boolean)
          .join(' / '),
    ],
    ['device', [device && t(`device.${device}`), source.system, source.browser].filter(Boolean).join(' · ')],
    ['language', source.language && languageName(source.language, i18n.language)],
  ]
  const known = facts.filter(([, text]) => text)
  if (known.length === 0) return <p className={style.quiet}>{t('noSource')}</p>
  return (
    <dl className={style.fields}>
      {known.map(([name, text, link]) => (
        <div key={name} className={style.field}>
          <dt className={style.label}>{t(`source.${name}` as 'source.page')}</dt>
          <dd className={style.fact} title={link ?? text}>
            {link && /^https?:/i.test(link) ? (
              <a href={link} target="_blank" rel="noopener noreferrer nofollow">
                {text}
              </a>
            ) : (
              text
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
