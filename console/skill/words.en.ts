import type {} from 'i18next'

const words = {
  title: 'Skills',
  hint: 'What agents can do and which languages they write. Assignment looks for people who fit.',
  matrix: 'Who can do what',
  matrixHint:
    'Levels from 1 to 5. Choose a name to change it. A level that is struck through does not count today.',
  person: 'Person',
  nobody: 'Nobody to show',
  lapsed: 'lapsed',
  not_yet: 'not yet',
  names: 'Skills',
  namesHint: 'Named as your shop speaks of them: returns, technical questions, sizes, VIP customers.',
  none: 'No skills yet. Languages work without any.',
  add: 'Add a skill',
  create: 'New skill',
  change: 'Change “{{name}}”',
  of: 'What {{name}} can do',
  skill: 'Skill',
  level: 'Level',
  since: 'From',
  until: 'To',
  forever: 'does not lapse',
  giveSkill: 'Add a skill',
  languages: 'Languages',
  language: 'Language',
  testedOn: 'Tested on',
  notTested: 'not tested',
  giveLanguage: 'Add a language',
  noLanguages: 'Without any language here, the language of their console counts, at level 5.',
  remove: 'Remove',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    skill: typeof words
  }
}
