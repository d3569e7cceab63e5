import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRating, RatingGiven } from '../../domain/rating/endpoints.ts'
import {
  fittingReasons,
  isGood,
  type RatingReason,
  ratingCommentMaxLength,
  reasonsFor,
  scores,
} from '../../domain/rating/scale.ts'
import style from './rate.module.css'
import { starPath } from './stars.tsx'

interface FormProps {
  rating: CustomerRating
  busy: boolean
  /** What went wrong with the last try, in words. */
  failed: string | null
  onSend: (given: RatingGiven) => void
  /** Leaves what was said as it is; only where something was. */
  onCancel: (() => void) | undefined
}

/** Points first; reasons, "solved" and a comment once there are points. */
export function RateForm({ rating, busy, failed, onSend, onCancel }: FormProps) {
  const { t } = useTranslation('rating')
  const [score, setScore] = useState(rating.score)
  const [reasons, setReasons] = useState<readonly RatingReason[]>(rating.reasons)
  const [solved, setSolved] = useState(rating.solved)
  const [comment, setComment] = useState(rating.comment)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (score) onSend({ score, solved, comment, reasons: fittingReasons(score, reasons) })
  }
  return (
    <form className={style.form} onSubmit={send}>
      <StarChoice value={score} onChange={setScore} />
      {score && (
        <>
          <Reasons score={score} value={reasons} onChange={setReasons} />
          <Solved value={solved} onChange={setSolved} />
          <textarea
            className={style.comment}
            dir="auto"
            maxLength={ratingCommentMaxLength}
            aria-label={t('rate.comment')}
            placeholder={t('rate.comment')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          {failed && (
            <p className={style.failed} role="alert">
              {failed}
            </p>
          )}
          <div className={style.buttons}>
            <button type="submit" className={style.main} disabled={busy}>
              {t(onCancel ? 'rate.sendChange' : 'rate.send')}
            </button>
            {onCancel && (
              <button type="button" className={style.plain} onClick={onCancel}>
                {t('rate.cancel')}
              </button>
            )}
          </div>
        </>
      )}
    </form>
  )
}

function StarChoice({ value, onChange }: { value: number | null; onChange: (score: number) => void }) {
  const { t } = useTranslation('rating')
  return (
    <fieldset>
      <legend className="only-heard">{t('rate.stars')}</legend>
      <div className={style.stars}>
        {scores.map((points) => (
          <label key={points} className={style.star} data-on={value !== null && points <= value}>
            <input
              type="radio"
              name="score"
              className="only-heard"
              aria-label={t('points', { count: points })}
              checked={points === value}
              onChange={() => onChange(points)}
            />
            <svg aria-hidden="true" viewBox="0 0 24 24">
              <path d={starPath} />
            </svg>
          </label>
        ))}
      </div>
      <p className={style.ends} aria-hidden="true">
        <span>{t('rate.bad')}</span>
        <span>{t('rate.good')}</span>
      </p>
    </fieldset>
  )
}

interface ReasonsProps {
  score: number
  value: readonly RatingReason[]
  onChange: (reasons: readonly RatingReason[]) => void
}

function Reasons({ score, value, onChange }: ReasonsProps) {
  const { t } = useTranslation('rating')
  return (
    <fieldset>
      <legend>{t(isGood(score) ? 'rate.whyGood' : 'rate.whyBad')}</legend>
      <div className={style.picks}>
        {reasonsFor(score).map((reason) => {
          const on = value.includes(reason)
          return (
            <label key={reason} className={style.pick}>
              <input
                type="checkbox"
                className="only-heard"
                checked={on}
                onChange={() => onChange(on ? value.filter((one) => one !== reason) : [...value, reason])}
              />
              {t(`reason.${reason}`)}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function Solved({ value, onChange }: { value: boolean | null; onChange: (solved: boolean) => void }) {
  const { t } = useTranslation('rating')
  return (
    <fieldset>
      <legend>{t('rate.solved')}</legend>
      <div className={style.picks}>
        {[true, false].map((solved) => (
          <label key={String(solved)} className={style.pick}>
            <input
              type="radio"
              name="solved"
              className="only-heard"
              checked={value === solved}
              onChange={() => onChange(solved)}
            />
            {t(solved ? 'rate.yes' : 'rate.no')}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
