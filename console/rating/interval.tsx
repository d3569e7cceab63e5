import type { Share } from '../../domain/rating/score.ts'
import style from './rating.module.css'

/** A share on a line from 0 to 100 %: the band is where the true value lies, the dot what was counted. */
export function Interval({ share }: { share: Share | null }) {
  const place = (value: number) => `${(value * 100).toFixed(1)}%`
  return (
    <span className={style.interval} aria-hidden="true">
      {share && (
        <>
          <i style={{ insetInlineStart: place(share.low), width: place(share.high - share.low) }} />
          <b style={{ insetInlineStart: place(share.share) }} />
        </>
      )}
    </span>
  )
}
