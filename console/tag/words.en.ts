import type {} from 'i18next'

const words = {
  title: 'Tags',
  hint: 'Marks on customers and conversations. The same tags serve both.',
  create: 'New tag',
  empty: 'No tags yet',
  emptyHint: 'Agents can also make one while they tag a conversation.',
  colour: 'Colour',
  deleteHint: 'It is taken off every customer and conversation. This cannot be undone.',
  delete: 'Delete the tag',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tag: typeof words
  }
}
