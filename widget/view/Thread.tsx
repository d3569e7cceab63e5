import { Fragment } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { earlierThan } from '../engine/sync.ts'
import { shopText } from '../language/language.ts'
import { dayName } from '../language/time.ts'
import { timeline } from '../talk/timeline.ts'
import { useEnvironment, useNow, useWidget } from './environment.ts'
import { DownIcon } from './icons.tsx'
import { MailOffer } from './MailOffer.tsx'
import { MessageLine } from './MessageLine.tsx'
import { PendingLine } from './PendingLine.tsx'
import { RatingCard } from './RatingCard.tsx'

const nearEnd = 60
/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

/** All messages, oldest first. Stays at the end while the visitor is there, and in place while they read back. */
export function Thread() {
  const { engine, say, language } = useEnvironment()
  const { settings, talks, outbox, shopTypes, loadingEarlier, visit } = useWidget()
  const now = useNow(15_000)
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const height = useRef(0)
  const [below, setBelow] = useState(false)
  const lines = useMemo(() => timeline(talks, outbox), [talks, outbox])
  const lastSeen = useRef(lines.at(-1)?.id)
  const lastOwn = lines.findLast((line) => line.kind === 'message' && line.message.by === 'me')?.id
  const waitsForList = visit !== null && !talks.known

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const last = lines.at(-1)
    const isNew = last?.id !== lastSeen.current
    const added = element.scrollHeight - height.current
    if (atEnd.current || (isNew && last?.kind === 'pending')) element.scrollTop = element.scrollHeight
    else if (isNew) setBelow(true)
    else if (element.scrollTop < nearEnd && added > 0) element.scrollTop += added
    lastSeen.current = last?.id
    height.current = element.scrollHeight
  })
  useEffect(() => {
    const read = () => {
      if (atEnd.current && document.visibilityState === 'visible') engine.markRead()
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  function scrolled() {
    const element = box.current
    if (!element) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    if (atEnd.current) {
      setBelow(false)
      engine.markRead()
    }
  }

  function toEnd() {
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }

  const greeting = settings ? shopText(settings.greeting, language) : ''
  return (
    <div class="thread">
      <div class="scroll" ref={box} onScroll={scrolled} role="log" aria-label={say('log')} {...reachable}>
        <div class="lines">
          {earlierThan(talks) ? (
            <button type="button" class="link earlier" disabled={loadingEarlier} onClick={engine.loadEarlier}>
              {say('earlier')}
            </button>
          ) : (
            greeting &&
            !waitsForList && (
              <div class="line theirs">
                <div class="bubble" dir="auto">
                  {greeting}
                </div>
              </div>
            )
          )}
          {lines.map((line) => {
            if (line.kind === 'day')
              return (
                <p key={line.id} class="day">
                  {dayName(line.moment, now, language, say)}
                </p>
              )
            if (line.kind === 'ended')
              return (
                <Fragment key={line.id}>
                  <p class="step">{say(line.last ? 'endedLast' : 'ended')}</p>
                  {line.info.rating && <RatingCard conversation={line.info.id} rating={line.info.rating} />}
                </Fragment>
              )
            if (line.kind === 'pending')
              return (
                <PendingLine
                  key={line.id}
                  entry={line.entry}
                  joined={line.joined}
                  last={line === lines.at(-1)}
                />
              )
            return <MessageLine key={line.id} line={line} now={now} showsProgress={line.id === lastOwn} />
          })}
          {shopTypes && (
            <div class="line theirs" aria-hidden="true">
              <div class="bubble dots">
                <i />
                <i />
                <i />
              </div>
            </div>
          )}
          <MailOffer written={lastOwn !== undefined} />
        </div>
      </div>
      {below && (
        <button type="button" class="below" onClick={toEnd}>
          {say('newBelow')}
          <DownIcon />
        </button>
      )}
    </div>
  )
}
