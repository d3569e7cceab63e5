import { expect, test } from 'vitest'
import { type ClockFact, clockFact, foldClocks, nothingYet } from './fold.ts'

/** Runs facts a second apart; answers what was done to the clocks, as `second verb kind`. */
function played(...facts: (Partial<ClockFact> & { what: ClockFact['what'] })[]): string[] {
  let state = nothingYet
  return facts.flatMap((fact, index) => {
    const complete = {
      at: index,
      seq: index + 1,
      waits: true,
      staffId: 7,
      holding: false,
      to: 'waiting_customer',
    }
    const next = foldClocks(state, { ...complete, ...fact } as ClockFact)
    state = next.state
    return next.commands.map((command) => `${command.at} ${command.do} ${command.kind}`)
  })
}

const wrote = { what: 'customer_wrote' } as const
const answered = { what: 'answered' } as const
const oneMoment = { what: 'answered', holding: true } as const

test('the first message starts the first response and the resolution; asking again starts nothing', () => {
  expect(played(wrote, wrote, wrote)).toEqual(['0 start resolution', '0 start first_response'])
})

test('an answer meets the first response, and gives the customer the ball', () => {
  expect(played(wrote, answered)).toEqual([
    '0 start resolution',
    '0 start first_response',
    '1 meet first_response',
    '1 pause resolution',
  ])
})

test('each later question is a round; asking again does not restart it', () => {
  expect(played(wrote, answered, wrote, wrote, answered).slice(4)).toEqual([
    '2 resume resolution',
    '2 start round',
    '4 meet round',
    '4 pause resolution',
  ])
})

test('"one moment" answers the round and starts the answer clock, which only an answer meets', () => {
  expect(played(wrote, oneMoment, oneMoment, wrote, answered).slice(2)).toEqual([
    '1 meet first_response',
    '1 start holding',
    '3 start round',
    '4 meet round',
    '4 meet holding',
    '4 pause resolution',
  ])
})

test('of a talk that staff began, the customer’s first message starts the first response', () => {
  expect(played(answered, wrote, answered)).toEqual([
    '1 start resolution',
    '1 start first_response',
    '2 meet first_response',
    '2 pause resolution',
  ])
})

test('"one moment" to somebody who never wrote starts nothing', () => {
  expect(played(oneMoment)).toEqual([])
})

test('work inside gives us the ball back', () => {
  expect(played(wrote, answered, { what: 'moved', to: 'waiting_inside' }).slice(4)).toEqual([
    '2 resume resolution',
  ])
})

test('resolving meets the resolution and calls off what nobody waits for any more', () => {
  expect(played(wrote, { what: 'resolved' })).toEqual([
    '0 start resolution',
    '0 start first_response',
    '1 meet resolution',
    '1 cancel first_response',
  ])
})

test('what was reopened is to be resolved anew, and has no second first response', () => {
  expect(played(wrote, answered, { what: 'resolved' }, wrote, { what: 'reopened' }).slice(5)).toEqual([
    '3 start resolution',
    '3 start round',
  ])
  expect(played(wrote, answered, { what: 'resolved' }, { what: 'reopened' }).slice(5)).toEqual([
    '3 start resolution',
  ])
})

test('the end, also as spam, calls off everything', () => {
  expect(played(wrote, { what: 'ended' }).slice(2)).toEqual([
    '1 cancel resolution',
    '1 cancel first_response',
  ])
})

test.each([
  ['a welcome text', { kind: 'message', by: 'system' }],
  ['a note', { kind: 'note', by: 'staff', staffId: 7 }],
  ['a step that moved nothing', { kind: 'step', by: 'system' }],
])('%s tells the clocks nothing', (_, data) => {
  const line = {
    conversationId: 1,
    messageId: 1,
    seq: 1,
    staffId: null,
    shopId: 1,
    from: 'queued',
    to: 'queued',
  }
  expect(
    clockFact({ name: 'message.appended', data: { ...line, ...data }, happenedAt: new Date(0) }),
  ).toBeNull()
})
