import { useTranslation } from 'react-i18next'
import { isGood, isLow, scores } from '../../domain/rating/scale.ts'
import style from './rating.module.css'

export const starPath = 'M12 2.6l2.9 6.2 6.8.8-5 4.7 1.3 6.7-6-3.4-6 3.4 1.3-6.7-5-4.7 6.8-.8z'

/** A score as stars; heard as "4 of 5". */
export function Stars({ score }: { score: number }) {
  const { t } = useTranslation('rating')
  return (
    <span
      className={style.stars}
      role="img"
      aria-label={t('points', { count: score })}
      title={t('points', { count: score })}
      data-tone={toneOf(score)}
    >
      {scores.map((points) => (
        <svg key={points} aria-hidden="true" viewBox="0 0 24 24" data-on={points <= score}>
          <path d={starPath} />
        </svg>
      ))}
    </span>
  )
}

/** A score in a row that has little room: one star and the number. */
export function ScoreMark({ score }: { score: number }) {
  const { t } = useTranslation('rating')
  const words = t('points', { count: score })
  return (
    <span className={style.stars} role="img" aria-label={words} title={words} data-tone={toneOf(score)}>
      <svg aria-hidden="true" viewBox="0 0 24 24" data-on="true">
        <path d={starPath} />
      </svg>
      {score}
    </span>
  )
}

function toneOf(score: number): 'good' | 'middle' | 'low' {
  if (isGood(score)) return 'good'
  return isLow(score) ? 'low' : 'middle'
}
