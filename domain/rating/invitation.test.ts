import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type EndedConversation,
  invitationEnds,
  ratingOpenUntil,
  ratingState,
  whyNotInvited,
} from './invitation.ts'
import { fittingReasons, isGood, ratingReasons, reasonsFor, scores } from './scale.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 24, 9)
const ended: EndedConversation = {
  endedAt: now,
  humanReplies: 2,
  spam: false,
  customerBlocked: false,
  invitedBefore: false,
  customerInvitedAt: null,
}
const usual = { invites: true, everyHours: 0 }

test('who was answered by a human is invited once it has ended', () => {
  expect(whyNotInvited(ended, usual, now)).toBeNull()
})

test.each<[string, Partial<EndedConversation>]>([
  ['invited_before', { invitedBefore: true }],
  ['spam', { spam: true }],
  ['blocked', { customerBlocked: true }],
  ['nobody_answered', { humanReplies: 0 }],
  ['long_ago', { endedAt: now - 24 * hour - 1 }],
])('%s invites nobody', (why, change) => {
  expect(whyNotInvited({ ...ended, ...change }, usual, now)).toBe(why)
})

test('a channel may ask nobody, or the same customer only every so often', () => {
  expect(whyNotInvited(ended, { ...usual, invites: false }, now)).toBe('switched_off')
  const daily = { invites: true, everyHours: 24 }
  const lately = { ...ended, customerInvitedAt: now - 24 * hour + 1 }
  expect(whyNotInvited(lately, daily, now)).toBe('asked_lately')
  expect(whyNotInvited(lately, usual, now)).toBeNull()
  expect(whyNotInvited({ ...ended, customerInvitedAt: now - 24 * hour }, daily, now)).toBeNull()
})

test('an invitation stands for 72 hours, an answer may be changed for 24', () => {
  const expiresAt = invitationEnds(now)
  const open = { expiresAt, ratedAt: null }
  expect(ratingState(open, now + 72 * hour - 1)).toBe('open')
  expect(ratingState(open, now + 72 * hour)).toBe('expired')
  const late = { expiresAt, ratedAt: now + 71 * hour }
  expect(ratingState(late, now + 72 * hour)).toBe('rated')
  expect(ratingState(late, now + 95 * hour - 1)).toBe('rated')
  expect(ratingState(late, now + 95 * hour)).toBe('fixed')
})

test('an answer is never lost: what was rated is never open or expired again', () => {
  fc.assert(
    fc.property(fc.nat(200 * hour), fc.nat(400 * hour), (ratedAfter, later) => {
      const times = { expiresAt: invitationEnds(now), ratedAt: now + ratedAfter }
      const at = now + later
      expect(ratingState(times, at)).toBe(at < ratingOpenUntil(times) ? 'rated' : 'fixed')
    }),
  )
})

test('reasons fit their score, and none is lost that fits', () => {
  for (const score of scores) {
    expect(fittingReasons(score, ratingReasons)).toEqual([...reasonsFor(score)])
    expect(reasonsFor(score).includes('quick')).toBe(isGood(score))
  }
  expect(fittingReasons(1, ['quick', 'slow', 'slow'])).toEqual(['slow'])
})
