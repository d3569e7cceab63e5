import type {} from 'i18next'

const words = {
  title: 'Brands',
  hint: 'A brand is a group of shops that share customers. Nothing crosses from one brand to another. An outsourced team has one for each client.',
  create: 'New brand',
  empty: 'No brands yet',
  emptyHint: 'Make the first one; shops come next.',
  shops_one: '{{count}} shop',
  shops_other: '{{count}} shops',
  choose: 'Brand',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    brand: typeof words
  }
}
