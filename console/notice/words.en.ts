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
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    notice: typeof words
  }
}
