import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStaffApp, type StaffApp } from '../../../test/support/staff-app.ts'
import { countFailure, giveBackAttempt, takeAttempt } from './attempts.ts'

let desk: StaffApp
beforeAll(async () => {
  desk = await openStaffApp([])
})
afterAll(() => desk.close())

const from = (address: string, account: string) => ({ address, account })
const fail = async (address: string, account: string) => {
  await takeAttempt(desk.platform, from(address, account))
  await countFailure(desk.platform, from(address, account))
}
const succeed = async (address: string, account: string) => {
  await takeAttempt(desk.platform, from(address, account))
  await giveBackAttempt(desk.platform, from(address, account))
}

test('fifty failures from one address stop it for a while, whatever the accounts', async () => {
  for (let i = 0; i < 50; i++) await fail('192.0.2.1', `person${i}@desk.example`)
  const next = takeAttempt(desk.platform, from('192.0.2.1', 'somebody@desk.example'))
  await expect(next).rejects.toMatchObject({ code: 'too_many_requests' })
  await takeAttempt(desk.platform, from('192.0.2.2', 'somebody@desk.example'))
  desk.pass(15 * 60)
  await takeAttempt(desk.platform, from('192.0.2.1', 'somebody@desk.example'))
})

test('a whole shift may sign in at once behind one address', async () => {
  const people = Array.from({ length: 150 }, (_, i) => `agent${i}@desk.example`)
  await Promise.all(people.map((person) => takeAttempt(desk.platform, from('192.0.2.3', person))))
  await Promise.all(people.map((person) => giveBackAttempt(desk.platform, from('192.0.2.3', person))))
})

test('who guesses in parallel gets no further than one after the other', async () => {
  const guesses = Array.from({ length: 40 }, () =>
    takeAttempt(desk.platform, from('192.0.2.4', 'lin@desk.example')),
  )
  const outcomes = await Promise.allSettled(guesses)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
})

test('signing in as often as one likes counts for nothing', async () => {
  for (let i = 0; i < 60; i++) await succeed('192.0.2.5', 'mei@desk.example')
})
