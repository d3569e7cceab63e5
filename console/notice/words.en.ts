import type {} from 'i18next'

const words = {
  title: 'Notices',
  bell_one: 'Notices, {{count}} unread',
  bell_other: 'Notices, {{count}} unread',
  empty: 'No notices yet',
  emptyHint: 'You will be told here when somebody mentions you or hands a conversation over to you.',
  readAll: 'Mark all as read',
  older: 'Show older ones',
  unread: 'unread',
  system: 'The system',
  somebody: 'a customer',
  mention: '{{by}} mentioned you in the conversation with {{customer}}',
  handed_over: '{{by}} handed the conversation with {{customer}} over to you',
  released: 'The conversation with {{customer}} went back to the queue',
  assigned: 'The conversation with {{customer}} was given to you',
  transfer_offered: '{{by}} offers you the conversation with {{customer}}',
  transfer_declined: '{{by}} declined the conversation with {{customer}}',
  transfer_returned: 'Nobody accepted the conversation with {{customer}} in time; it is yours again',
  returned_silent: 'You did not answer {{customer}} in time; the conversation went back to the queue',
  clock_warned: 'A service clock in the conversation with {{customer}} is about to run out',
  clock_breached: 'A service clock in the conversation with {{customer}} is overdue',
  promise_due: 'A promise to {{customer}} is due soon',
  promise_broken: 'A promise to {{customer}} is overdue',
  low_rating: '{{customer}} gave a low rating',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    notice: typeof words
  }
}
