import type {} from 'i18next'

const words = {
  customers: 'Customers',
  unnamed: 'Visitor',
  panel: 'Customer',
  backToThread: 'Back to the conversation',
  thisTalk: 'This conversation',
  profile: 'Profile',
  notes: 'Notes',
  identities: 'Identity',
  sourceTitle: 'Came from',
  timeline: 'All conversations',
  tags: 'Tags',
  tagPlaceholder: 'Tag the customer',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  language: 'Language',
  country: 'Country',
  notSet: 'Not set',
  editField: 'Change {{label}}',
  copy: 'Copy',
  copied: 'Copied',
  noReach: 'No e-mail or phone yet',
  since: 'since {{date}}',
  talkCount_one: '{{count}} conversation',
  talkCount_other: '{{count}} conversations',
  identity: { user: 'Account', email: 'E-mail', phone: 'Phone' },
  verified: 'Verified',
  claimed: 'Claimed',
  verifiedHint: 'Proved by the shop or by a confirmed mail',
  claimedHint: 'Said by the customer or by staff, not proved',
  noIdentities: 'Anonymous: nothing says who this is yet.',
  perhapsSame: 'Perhaps the same person. It was claimed, not proved, so nothing is shared:',
  notePlaceholder: 'What colleagues should know about this customer',
  addNote: 'Add note',
  deleteNote: 'Delete note',
  noteDeleted: 'Note deleted',
  noTalks: 'No conversations yet.',
  olderTalks: 'Show older ones',
  noSource: 'Nothing was recorded.',
  source: {
    page: 'Page',
    referrer: 'Referrer',
    campaign: 'Campaign',
    device: 'Device',
    language: 'Language',
  },
  device: { phone: 'Phone', tablet: 'Tablet', computer: 'Computer' },
  block: 'Block',
  unblock: 'Unblock',
  blocked: 'Blocked',
  blockedNow: 'Customer blocked',
  blockTitle: 'Block this customer',
  blockHint:
    'New messages are refused with a polite sentence until you unblock them. Earlier conversations stay.',
  blockReason: 'Reason',
  blockReasonNeeded: 'Say why, so that colleagues understand it.',
  searchPlaceholder: 'Name, e-mail or phone begins with…',
  anyTag: 'Any tag',
  chooseTitle: 'Choose a customer',
  chooseHint: 'Profile, notes and every conversation appear here.',
  none: 'No customers yet',
  noneHint: 'Everybody who writes to one of your shops appears here by themselves.',
  foundNone: 'Nobody fits',
  foundNoneHint:
    'The search finds the beginning of a name, mail address or phone number. Try fewer letters, or another tag.',
  keys: { find: 'Search customers' },
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    customer: typeof words
  }
}
