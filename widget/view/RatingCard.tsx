import { useState } from 'preact/hooks'
import type { CustomerRating } from '../../domain/rating/endpoints.ts'
import type { Word } from '../language/en.ts'
import { wordForCode } from '../language/words.ts'
import { reasonsFor } from '../talk/reasons.ts'
import { Refused } from '../wire/call.ts'
import { useEnvironment } from './environment.ts'
import { StarIcon } from './icons.tsx'

interface Props {
  conversation: string
  rating: CustomerRating
}

/** Under a talk that has ended: how it was, while it may be said or changed. */
export function RatingCard({ conversation, rating }: Props) {
  const { engine, say } = useEnvironment()
  const [draft, setDraft] = useState(rating)
  const [changing, setChanging] = useState(false)
  const [fault, setFault] = useState<Word>()
  const { score, reasons, comment, solved } = draft
  const change = (part: Partial<CustomerRating>) => setDraft({ ...draft, ...part })

  if (rating.score && !changing)
    return (
      <p class="step" role="status">
        {say('rated', { count: rating.score })}{' '}
        <button type="button" class="link" onClick={() => setChanging(true)}>
          {say('change')}
        </button>
      </p>
    )

  async function send(event: Event) {
    event.preventDefault()
    if (!score) return
    try {
      await engine.rate(conversation, { score, reasons, comment, solved })
      setChanging(false)
      setFault(undefined)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setFault(wordForCode(error.code))
    }
  }

  const pick = (label: Word, on: boolean, picked: Partial<CustomerRating>) => (
    <button type="button" class="pick" aria-pressed={on} onClick={() => change(picked)}>
      {say(label)}
    </button>
  )
  return (
    <form class="card" onSubmit={send}>
      <fieldset class="pair">
        <legend>{say('rate')}</legend>
        {[1, 2, 3, 4, 5].map((points) => (
          <label key={points} class={score && points <= score ? 'star on' : 'star'}>
            <input
              type="radio"
              name={conversation}
              class="hidden"
              aria-label={say('points', { count: points })}
              checked={points === score}
              onChange={() => change({ score: points })}
            />
            <StarIcon />
          </label>
        ))}
      </fieldset>
      {score && (
        <>
          <div class="picks">
            {reasonsFor(score).map((reason) => {
              const on = reasons.includes(reason)
              const others = reasons.filter((one) => one !== reason)
              return pick(reason, on, { reasons: on ? others : [...reasons, reason] })
            })}
          </div>
          <div class="picks">
            <span>{say('solved')}</span>
            {pick('yes', solved === true, { solved: true })}
            {pick('no', solved === false, { solved: false })}
          </div>
          <textarea
            rows={2}
            maxLength={2000}
            dir="auto"
            aria-label={say('comment')}
            placeholder={say('comment')}
            value={comment}
            onInput={(event) => change({ comment: event.currentTarget.value })}
          />
          <p class="fault" role="alert">
            {fault && say(fault)}
          </p>
          <div class="row">
            <button type="submit" class="main">
              {say('send')}
            </button>
          </div>
        </>
      )}
    </form>
  )
}
