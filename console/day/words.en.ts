import type {} from 'i18next'

const words = {
  title: 'Your day, {{name}}',
  takeNext: 'Take next',
  empty: 'Nothing waits for you',
  emptyHint:
    'Offers of colleagues, customers who wait, promises and what was left open stand here. Take the next customer to begin.',
  figures: {
    label: 'Your figures of today',
    served: 'Conversations served',
    firstResponse: 'First response',
    averageResponse: 'Average response',
    threeMinutes: 'Within 3 min',
    rating: 'Satisfied',
  },
  rounds_one: '{{count}} round',
  rounds_other: '{{count}} rounds',
  hints: {
    served: 'Conversations in which you answered the customer today.',
    firstResponse:
      'Of the conversations first asked today that you answered first: median, mean and 90th percentile.',
    averageResponse: 'Mean over the rounds asked today that you answered.',
    threeMinutes:
      'Rounds you answered within three minutes, of all you answered and those left unanswered while you had the conversation.',
    rating: 'Ratings of 4 and 5 among those credited to you, of customers who were asked today.',
  },
  offers: {
    title: 'Offered to you',
    from: '{{name}} offers the conversation with {{customer}}',
    system: 'The system',
    accept: 'Accept',
    decline: 'Decline',
  },
  unanswered_one: '{{count}} customer waits for you',
  unanswered_other: '{{count}} customers wait for you',
  promises: {
    title: 'Promised',
    keep: 'Done',
    done: 'Promise kept',
    kind: { reply: 'Answer', call: 'Call', other: 'Other' },
  },
  followUps: 'Left open',
  followUpsHint: 'Work that goes on inside, and customers who have been silent for more than four hours.',
  keys: { takeNext: 'Take the next customer' },
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    day: typeof words
  }
}
