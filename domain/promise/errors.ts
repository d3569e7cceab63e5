import { refusals } from '../refusal.ts'

export const promiseRefusals = refusals({
  promise_not_found: { status: 404, message: 'There is no such promise, or you may not see it.' },
  promise_settled: { status: 409, message: 'This promise was kept or withdrawn already.' },
  promise_time_past: { status: 422, message: 'Choose a time that is still to come.' },
  promise_time_far: { status: 422, message: 'Choose a time within a year.' },
  promise_staff_unknown: {
    status: 422,
    message: 'The person who should keep it is not here, or may not serve this shop.',
  },
})
