import type {} from 'i18next'

const words = {
  title: 'Set up Shopdesk',
  hint: 'Three short steps on one page. Everything can be changed later.',
  you: 'You',
  youHint: 'You become the owner.',
  name: 'Your name',
  email: 'E-mail',
  password: 'Password',
  brand: 'Your brand',
  brandHint: 'Shops of one brand share their customers.',
  brandName: 'Brand name',
  shop: 'Your first shop',
  shopName: 'Shop name',
  submit: 'Set up',
  noToken: 'This installation is not set up yet',
  noTokenHint:
    'Open the address that the program printed when it started. It ends in /setup#token=… and lets exactly one person become the owner. Restart the program to have it printed again.',
  ready: 'Shopdesk is set up already',
  readyHint: 'Sign in with your account.',
  signIn: 'Sign in',
  done: 'It is ready',
  doneHint: 'One thing is left: the window on your shop’s pages.',
  tag: 'Put this into every page, just before </body>',
  try: 'Try the window',
  tryHint: 'Opens the customer’s side in a new tab; write something and answer it in the inbox.',
  inbox: 'Go to the inbox',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    installation: typeof words
  }
}
