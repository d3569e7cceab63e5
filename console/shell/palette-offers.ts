/** One line of the command palette. */
export interface Offer {
  kind: 'go' | 'find' | 'do'
  key: string
  label: string
  detail?: string
  keys?: string
  run: () => void
}

/** Offers whose words begin with, or hold in order, the letters typed; best first. Nothing typed offers everything. */
export function filterOffers(offers: readonly Offer[], text: string): Offer[] {
  const wanted = text.toLowerCase()
  if (wanted === '') return [...offers]
  return offers
    .map((offer) => ({ offer, rank: rankOf(`${offer.label} ${offer.detail ?? ''}`.toLowerCase(), wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ offer }) => offer)
}

/** 3 for the beginning, 2 for the beginning of a word, 1 for anywhere, 0 for nowhere. */
function rankOf(label: string, wanted: string): number {
  const at = label.indexOf(wanted)
  if (at === 0) return 3
  if (at > 0) return label[at - 1] === ' ' ? 2 : 1
  return 0
}
