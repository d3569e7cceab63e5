import type {} from 'i18next'

const words = {
  title: 'Canned replies',
  hint: 'Short texts that agents insert by typing / and a few letters.',
  create: 'New canned reply',
  shared: 'Shared',
  own: 'Mine',
  sharedEmpty: 'No shared canned replies yet',
  sharedEmptyHint: 'What everybody says often stands here: greetings, dispatch times, how to return.',
  ownEmpty: 'No canned replies of your own yet',
  ownEmptyHint: 'Keep the sentences that you type again and again.',
  shortcut: 'Short cut',
  shortcutHint: 'What is typed after /. Letters, digits, Chinese characters, - and _.',
  text: 'Text',
  for: 'For whom',
  forAll: 'Everybody',
  forMe: 'Only me',
  used_one: 'used {{count}} time',
  used_other: 'used {{count}} times',
  variables: 'Words that fill themselves in',
  variable: {
    customer: "the customer's name",
    agent: 'your name',
    shop: "the shop's name",
    order: 'the number of the order in question',
  },
  variablesHint:
    'Type them with both braces. Where something is not known, the agent is asked before sending.',
  unknownVariable: 'There is no such word to fill in: {{names}}',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'canned-reply': typeof words
  }
}
