import type {} from 'i18next'

const words = {
  title: 'Your presence',
  now: 'Your presence: {{state}}',
  state: { online: 'Online', paused: 'Paused', break: 'Break', wrap_up: 'Wrap-up', offline: 'Offline' },
  means: {
    online: 'New customers come to you',
    paused: 'Only your own recent customers come',
    offline: 'Your open conversations go back to the queue',
  },
  minutes_one: '{{count}} min',
  minutes_other: '{{count}} min',
  over: 'over by {{time}}',
  handover: 'Shift handover',
  full_zero: 'Nobody of {{team}} may take a break now.',
  full_one: 'The one place for breaks of {{team}} is taken. Wait until somebody is back:',
  full_other: 'All {{count}} places for breaks of {{team}} are taken. Wait until somebody is back:',
  breaks: {
    title: 'Breaks and capacity',
    hint: 'Kinds of break with their limits, how many may be away at once, and how much each agent may have in hand.',
    kinds: 'Kinds of break',
    kindsHint:
      'A break over its limit is shown in red to the agent and to leads. Nobody is fetched back by the clock.',
    add: 'Add a kind',
    create: 'New kind of break',
    edit: 'Change “{{name}}”',
    limit: 'Limit',
    minutes: 'minutes',
    none: 'No kinds of break yet',
    quotas: 'Places for breaks',
    quotasHint: 'How many of a team may be on a break at once. Leave it empty for any number.',
    quota: 'Places of {{team}}',
    away_one: '{{count}} on a break now',
    away_other: '{{count}} on a break now',
    anyNumber: 'any number',
    noTeams: 'There are no teams yet',
    capacity: 'Capacity',
    capacityHint:
      'Units an agent may have in hand before automatic assignment stops; the second number holds during a peak event. A lead can always give more.',
    usual: 'Usual capacity of {{name}}',
    peak: 'Peak capacity of {{name}}',
    usualHead: 'Usual',
    peakHead: 'Peak',
    inHand: '{{used}} in hand',
    nobody: 'Nobody to show',
    load: 'What a conversation costs',
    loadHint:
      'Units of one conversation while it is being served, and while the customer or somebody inside has the ball. Wrap-up time keeps new customers away after a conversation was resolved.',
    units: 'Being served',
    waitingUnits: 'Waiting',
    wrapUp: 'Wrap-up time',
    seconds: 's',
    noChannels: 'There are no channels yet',
  },
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    presence: typeof words
  }
}
