import type {} from 'i18next'

const words = {
  title: 'Topics',
  hint: 'What conversations are about. Agents choose one when they close; figures are read by it.',
  stage: {
    pre_sales: 'Pre-sales',
    in_sales: 'Order under way',
    after_sales: 'After-sales',
    complaint: 'Complaints',
  },
  add: 'Add a topic',
  addUnder: 'Add under “{{name}}”',
  edit: 'Change “{{name}}”',
  create: 'New topic',
  under: 'Under “{{name}}”',
  name: 'Name',
  empty: 'No topics here yet',
  actions: 'Actions for “{{name}}”',
  deepest: 'Topics have at most four levels.',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    topic: typeof words
  }
}
