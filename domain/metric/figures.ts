import { type Round, roundMs, roundsOf, type TalkLine, threeMinutes, threeMinutesMs } from './rounds.ts'
import { type Spread, spreadOf } from './spread.ts'

/** A stretch in which somebody had the conversation; `to` is null while they have it. */
export interface Hand {
  readonly staffId: number
  readonly from: number
  readonly to: number | null
}

/** A talk as the figures of a day see it. Moments in epoch milliseconds. */
export interface Talk {
  /** When the day began at the talk's shop, in the shop's time zone. */
  readonly dayStart: number
  readonly startedAt: number
  /** Spam is left out of every figure: nobody asked anything. */
  readonly spam: boolean
  readonly lines: readonly TalkLine[]
  readonly hands: readonly Hand[]
}

/** Kept of all that could be kept. */
export interface Share {
  readonly kept: number
  readonly of: number
}

export interface DayFigures {
  /** Conversations that came in. */
  readonly inbound: number
  /** Conversations of which the first waiting began, and of these how many have a person's answer. */
  readonly answered: Share
  readonly firstResponse: Spread | null
  readonly threeMinutes: Share
}

/**
 * The day so far at the shops. A round belongs to the day on which it was asked, so that unanswered ones have a day,
 * too. A round whose three minutes are not over counts neither way yet.
 */
export function dayFigures(talks: readonly Talk[], now: number): DayFigures {
  const counted = talks.filter((talk) => !talk.spam)
  const rounds = counted.flatMap(todaysRounds)
  const first = rounds.filter((round) => round.first)
  return {
    inbound: counted.filter((talk) => talk.startedAt >= talk.dayStart).length,
    answered: { kept: first.filter((round) => round.answeredAt !== null).length, of: first.length },
    firstResponse: spreadOf(first.flatMap(taken)),
    threeMinutes: keptOf(rounds, now),
  }
}

export interface OwnFigures {
  /** Conversations in which the person answered (接待量). */
  readonly served: number
  readonly firstResponse: Spread | null
  readonly averageResponse: Spread | null
  readonly threeMinutes: Share
}

/**
 * One person's day. A round is credited to the person who answered it, whoever has the conversation now; one that
 * nobody answered counts against the person who had the conversation when its three minutes ran out.
 */
export function ownFigures(talks: readonly Talk[], staffId: number, now: number): OwnFigures {
  const counted = talks.filter((talk) => !talk.spam)
  const answered = counted.flatMap(todaysRounds).filter((round) => round.answeredBy === staffId)
  const left = counted.flatMap((talk) =>
    todaysRounds(talk).filter(
      (round) => round.answeredAt === null && had(talk, staffId, round.askedAt + threeMinutesMs),
    ),
  )
  return {
    served: counted.filter((talk) => talk.lines.some((line) => answers(line, staffId, talk.dayStart))).length,
    firstResponse: spreadOf(answered.filter((round) => round.first).flatMap(taken)),
    averageResponse: spreadOf(answered.flatMap(taken)),
    threeMinutes: keptOf([...answered, ...left], now),
  }
}

function todaysRounds(talk: Talk): Round[] {
  return roundsOf(talk.lines).filter((round) => round.askedAt >= talk.dayStart)
}

function taken(round: Round): number[] {
  const ms = roundMs(round)
  return ms === null ? [] : [ms]
}

function keptOf(rounds: readonly Round[], now: number): Share {
  const over = rounds.map((round) => threeMinutes(round, now)).filter((stand) => stand !== 'running')
  return { kept: over.filter((stand) => stand === 'kept').length, of: over.length }
}

function had(talk: Talk, staffId: number, moment: number): boolean {
  return talk.hands.some(
    (hand) => hand.staffId === staffId && hand.from <= moment && (hand.to === null || hand.to > moment),
  )
}

function answers(line: TalkLine, staffId: number, since: number): boolean {
  return (
    line.kind === 'message' &&
    line.by === 'staff' &&
    line.staffId === staffId &&
    !line.recalled &&
    line.at >= since
  )
}
