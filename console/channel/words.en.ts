import type {} from 'i18next'

const words = {
  title: 'Channels',
  hint: 'The ways in to a shop. A webchat is a window on the shop’s pages.',
  create: 'New channel',
  empty: 'No channels yet',
  emptyHint: 'A new shop gets a webchat by itself. Add another for a second site or app.',
  shop: 'Shop',
  kinds: { webchat: 'Webchat' },
  closed: 'Closed',
  tag: 'Script tag',
  tagHint: 'Put this into every page of the shop, just before </body>.',
  try: 'Try it',
  look: 'Look',
  windowTitle: 'Title',
  greeting: 'Greeting',
  colour: 'Colour',
  shopColour: 'As the shop',
  ownColour: 'Own colour',
  side: 'Side',
  right: 'Right',
  left: 'Left',
  asking: 'Before the first message',
  askName: 'Ask for a name',
  askEmail: 'Ask for e-mail',
  ask: { no: 'No', optional: 'Optional', required: 'Required' },
  uploads: 'Visitors may send files',
  recall: 'Visitors may take a message back for',
  seconds: 'seconds',
  rating: 'Invite a rating after the end',
  ratingHint: 'Once for each conversation that somebody answered.',
  ratingEvery: 'The same customer at most once in',
  ratingEveryHint: '0 means after every conversation; 24 is kind to regular customers.',
  hours: 'hours',
  endsAfter: 'A resolved conversation ends after',
  endsAfterHint: 'Until then the customer can take it up again; afterwards a message starts a new one.',
  minutes: 'minutes',
  origins: 'Pages that may show the widget',
  originsHint: 'Such as https://shop.example or https://*.shop.example. Empty means any page.',
  preview: 'Preview',
  previewLanguage: 'Preview language',
  previewName: 'Your name',
  previewEmail: 'E-mail',
  previewWrite: 'Write a message…',
  optional: 'optional',
  archivedDone: 'The channel is closed; its widget no longer opens',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    channel: typeof words
  }
}
