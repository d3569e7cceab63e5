import { useTranslation } from 'react-i18next'
import { useClockText } from '../floor/clock-text.ts'
import floor from '../floor/floor.module.css'
import { dash, useShareText } from '../floor/use-figures.ts'
import type { Day } from './day.ts'

/** The own figures of today in one line; each says on hover how it is counted. */
export function OwnFigures({ figures }: { figures: Day['figures'] }) {
  const { t } = useTranslation(['day', 'floor'])
  const clock = useClockText()
  const share = useShareText()
  const { firstResponse, averageResponse, rating } = figures
  const rated = { kept: rating.satisfied, of: rating.answered }
  const shown = [
    { name: 'served', text: String(figures.served), of: '', hint: t('hints.served') },
    {
      name: 'firstResponse',
      text: firstResponse ? clock(firstResponse.median) : dash,
      of: firstResponse
        ? t('floor:figures.spread', { mean: clock(firstResponse.mean), p90: clock(firstResponse.p90) })
        : '',
      hint: t('hints.firstResponse'),
    },
    {
      name: 'averageResponse',
      text: averageResponse ? clock(averageResponse.mean) : dash,
      of: averageResponse ? t('rounds', { count: averageResponse.count }) : '',
      hint: t('hints.averageResponse'),
    },
    { name: 'threeMinutes', ...share(figures.threeMinutes, t('hints.threeMinutes')) },
    {
      name: 'rating',
      ...share(rated, t('hints.rating')),
      of: rating.asked > 0 ? t('floor:figures.rated', { count: rating.answered, asked: rating.asked }) : '',
    },
  ] as const
  return (
    <dl className={floor.figures} aria-label={t('figures.label')}>
      {shown.map(({ name, text, of, hint }) => (
        <div key={name} className={floor.figure} title={hint}>
          <dt>{t(`figures.${name}`)}</dt>
          <dd>
            {text} {of && <small>{of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
