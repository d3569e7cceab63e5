import type {} from 'i18next'

const words = {
  title: 'Departments',
  hint: 'Parts of the shop outside customer service that help to settle a matter: warehouse, finance, product.',
  create: 'New department',
  empty: 'No departments yet',
  emptyHint: 'Add the warehouse, finance or whoever answers your escalations.',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    department: typeof words
  }
}
