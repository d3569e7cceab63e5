import { useTranslation } from 'react-i18next'
import type { RatingView } from '../../domain/rating/endpoints.ts'
import { ratingState } from '../../domain/rating/invitation.ts'
import { useNow } from '../ui/now.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './rating.module.css'
import { Stars } from './stars.tsx'

/** Everything about the rating of a conversation: points, reasons, words, and who it is credited to and why. */
export function RatingFacts({ rating }: { rating: RatingView }) {
  const { t } = useTranslation('rating')
  const now = useNow(60_000)
  const { score, ratedAt, expiresAt } = rating
  const open = ratingState({ expiresAt: Date.parse(expiresAt), ratedAt: null }, now) === 'open'
  return (
    <div className={style.facts}>
      {score && ratedAt ? (
        <>
          <p className={style.factsHead}>
            <Stars score={score} />
            <span className={style.quiet}>
              <TimeAgo at={rating.changedAt ?? ratedAt} />
              {rating.changedAt && ` · ${t('changed')}`}
            </span>
          </p>
          <Said rating={rating} />
        </>
      ) : (
        <p>
          {t(open ? 'waits' : 'unanswered')} {rating.mailedAt && t('mailed')}
        </p>
      )}
      <p className={style.quiet}>
        {t('credited', { name: rating.creditedName ?? t('nobody') })}
        <br />
        {why(rating, t)}
      </p>
    </div>
  )
}

/** Reasons, "solved", and the comment. */
export function Said({ rating }: { rating: Pick<RatingView, 'reasons' | 'solved' | 'comment'> }) {
  const { t } = useTranslation('rating')
  const { reasons, solved, comment } = rating
  return (
    <>
      {(reasons.length > 0 || solved !== null) && (
        <p className={style.marks}>
          {solved !== null && (
            <span className={solved ? style.solved : style.unsolved}>
              {t(solved ? 'solvedYes' : 'solvedNo')}
            </span>
          )}
          {reasons.map((reason) => (
            <span key={reason} className={style.reason}>
              {t(`reason.${reason}`)}
            </span>
          ))}
        </p>
      )}
      {comment && (
        <p className={style.comment} dir="auto">
          {comment}
        </p>
      )}
    </>
  )
}

function why(rating: RatingView, t: ReturnType<typeof useTranslation<'rating'>>['t']): string {
  const { creditedReplies: replies, allReplies: all, creditTied } = rating
  if (replies === all) return t('only')
  return t(creditTied ? 'tied' : 'most', { replies, all })
}
