import type {} from 'i18next'

const words = {
  title: 'Promises',
  short: 'Promises',
  mine: 'My promises',
  mineHint: 'What you promised to customers and still have to do, by its time',
  mineNone: 'No promises to keep',
  mineNoneHint: 'What you promise in a conversation, such as a call tomorrow, appears here until it is done.',
  moreOfMine: 'Show more',
  none: 'Nothing was promised here.',
  make: 'Note a promise',
  makeIt: 'Note it',
  madeDone: 'Noted. You will be reminded ten minutes before.',
  change: 'Change',
  kindLabel: 'What kind',
  kind: { reply: 'Reply', call: 'Call', other: 'Something else' },
  what: 'What was promised',
  whatPlaceholder: 'For instance: tell whether the parcel was found',
  when: 'For when',
  quick: { hour: 'In 1 hour', hours3: 'In 3 hours', evening: 'This evening', tomorrow: 'Tomorrow morning' },
  shopTime: 'The shop’s time ({{zone}})',
  yourTime: 'yours: {{time}}',
  who: 'Who keeps it',
  whoHint: 'That person is reminded.',
  me: '{{name}} (you)',
  keep: 'Done, promise kept',
  keepWhat: 'Promise kept: {{what}}',
  keptDone: 'Promise kept',
  withdraw: 'Withdraw',
  withdrawnDone: 'Promise withdrawn',
  more: 'More for “{{what}}”',
  state: { open: 'open', kept: 'Kept', broken: 'Overdue', withdrawn: 'Withdrawn' },
  late: 'late',
  chip: 'Promised: {{what}}',
  keys: { make: 'Note a promise' },
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    promise: typeof words
  }
}
