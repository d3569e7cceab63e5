import type {} from 'i18next'

const words = {
  title: 'Teams',
  hint: 'Agents who share queues and figures. Conversations can be handed over to a team.',
  create: 'New team',
  empty: 'No teams yet',
  emptyHint: 'A small shop needs none. Make one when work is split, for instance by language or shift.',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    team: typeof words
  }
}
