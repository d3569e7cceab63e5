import type {} from 'i18next'

const words = {
  title: 'Shops',
  hint: 'Each place that sells under a name of its own. A new shop gets a webchat channel at once.',
  create: 'New shop',
  empty: 'No shops yet',
  emptyHint: 'Add the first one; its widget is ready at once.',
  timeZone: 'Time zone',
  languages: 'Languages',
  languagesHint: 'The first one is what customers get where nothing else is known.',
  colour: 'Colour',
  created: 'The shop is ready. Its widget stands under Channels.',
  keys: 'Identity keys',
  keysHint:
    'With these your shop signs who is logged in, so that a customer sees their own history in the widget on every device.',
  keysEmpty: 'No key yet. Without one every visitor starts anonymous.',
  createKey: 'New key',
  retire: 'Retire',
  retireAsk: 'Retire this key?',
  retireHint: 'Identities signed with it are no longer accepted. This cannot be undone.',
  retired: 'retired',
  retiredDone: 'The key is retired',
  made: 'made',
  secretTitle: 'Copy the secret now',
  secretHint: 'It is not shown again. Keep it on your server, never in a page.',
  keyId: 'Key',
  secret: 'Secret',
  sample: 'On your server (Node.js)',
  inPage: 'In the page, before the script tag',
  secretDone: 'I have copied it',
  field: {
    title: 'Customer fields',
    hint: 'What you want to know of customers besides name and contact. Agents see and fill them in at the right of a conversation.',
    create: 'New field',
    empty: 'No fields of your own yet',
    emptyHint: 'For instance membership level, birthday, or preferred size.',
    key: 'Key',
    keyHint: 'Names the field in the API and in imports. It cannot be changed later.',
    kind: 'Kind',
    choices: 'Choices',
    choicesHint: 'Type each and press Enter.',
    choicesNeeded: 'Give at least one choice.',
    kinds: { text: 'Text', number: 'Number', date: 'Date', choice: 'Choice', yes_no: 'Yes or no' },
  },
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shop: typeof words
  }
}
