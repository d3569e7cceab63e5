import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Resume, type ResumeFrame } from './resume.ts'

/** A log of events, each of one conversation; its place is its number. */
const conversations = [1, 2, 3]

type Push = { type: string; position?: string; seen?: number[] }

/** What the server says to a hello and the frames behind it, in order: what lists missed, then each conversation. */
function replies(log: readonly number[], since: string | undefined, frames: readonly ResumeFrame[]): Push[] {
  const position = String(log.length)
  const after = (from: string | undefined, conversationId: number) =>
    log.flatMap((id, n) => (from !== undefined && n >= Number(from) && id === conversationId ? [n] : []))
  return [
    { type: 'welcome', position: since ?? position },
    ...(since === undefined || Number(since) === log.length ? [] : [{ type: 'rows', position }]),
    ...frames.flatMap((frame): Push[] => {
      if (frame.type === 'ping') return [{ type: 'pong' }]
      if (frame.type === 'unwatch') return []
      const seen = after(frame.since, frame.conversationId)
      return seen.length > 0 ? [{ type: 'events', position, seen }] : []
    }),
  ]
}

/** The frames of one step of the server: everything since the last one, each conversation's in a frame of its own. */
function step(log: readonly number[], from: number, watched: ReadonlySet<number>): Push[] {
  return conversations.flatMap((id) => {
    const seen = log.flatMap((one, n) => (n >= from && one === id && watched.has(id) ? [n] : []))
    return seen.length > 0 ? [{ type: 'events', position: String(log.length), seen }] : []
  })
}

test('whatever frame the line breaks after, each event of what is watched is heard', () => {
  const round = fc.record({
    /** What happens while the line is down, and while it stands, in several steps of the server. */
    away: fc.array(fc.constantFrom(...conversations), { maxLength: 4 }),
    steps: fc.array(fc.array(fc.constantFrom(...conversations), { minLength: 1, maxLength: 4 }), {
      maxLength: 3,
    }),
    begins: fc.option(fc.constantFrom(...conversations)),
    beats: fc.boolean(),
    arrive: fc.nat(14),
  })
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 6 }), (rounds) => {
      const log: number[] = []
      const resume = new Resume()
      const heard = new Set<number>()
      const from = new Map<number, number>()
      const last = { away: [], steps: [], begins: null, beats: true, arrive: 1000 }
      for (const { away, steps, begins, beats, arrive } of [...rounds, last]) {
        log.push(...away)
        const since = resume.place()
        const down = replies(log, since, resume.opened())
        if (begins !== null && !from.has(begins)) {
          // The thread was read a moment ago; others write before the server hears that it is watched.
          from.set(begins, log.length)
          const frames = resume.watch(begins, String(log.length))
          log.push(begins, 1)
          down.push(...step(log, log.length - 2, new Set([...from.keys()].filter((id) => id !== begins))))
          down.push(...replies(log, String(log.length), frames).slice(1))
        }
        for (const more of steps) {
          log.push(...more)
          down.push(...step(log, log.length - more.length, new Set(from.keys())))
        }
        if (beats) down.push(...replies(log, String(log.length), [resume.ping()]).slice(1))
        for (const push of down.slice(0, arrive)) {
          for (const n of push.seen ?? []) heard.add(n)
          resume.heard(push)
        }
      }
      const wanted = log.flatMap((id, n) => (n >= (from.get(id) ?? Number.POSITIVE_INFINITY) ? [n] : []))
      expect([...heard].sort((a, b) => a - b)).toEqual(expect.arrayContaining(wanted))
    }),
    { numRuns: 2000 },
  )
})

test('a quiet line resumes from the newest place it heard of, once a ping behind it is answered', () => {
  const resume = new Resume()
  resume.opened()
  resume.heard({ type: 'welcome', position: '5' })
  expect(resume.place()).toBeUndefined()
  resume.heard({ type: 'pong' })
  expect(resume.place()).toBe('5')
  resume.heard({ type: 'rows', position: '8' })
  expect(resume.place()).toBe('5')
  resume.ping()
  resume.heard({ type: 'pong' })
  expect(resume.place()).toBe('8')
})
