import type { Source } from '../../domain/conversation/source.ts'
import { tagOf } from '../language/language.ts'
import { browserStorage } from '../visit/shelf.ts'
import { campaignOf } from './campaign.ts'

const firstSeen = 'shopdesk:arrival'

interface Arrival {
  campaign?: Source['campaign']
  referrer?: string
}

/** Where the visitor came from; kept while the tab lives, because a later page no longer tells. */
export function noteArrival(): Arrival {
  const storage = browserStorage('sessionStorage')
  const campaign = campaignOf(location.href)
  try {
    const kept = JSON.parse(storage?.getItem(firstSeen) ?? 'null') as Arrival | null
    if (kept && !campaign) return kept
    const arrival = { campaign, referrer: outside(document.referrer) }
    storage?.setItem(firstSeen, JSON.stringify(arrival))
    return arrival
  } catch {
    return { campaign, referrer: outside(document.referrer) }
  }
}

function outside(referrer: string): string | undefined {
  return referrer && !referrer.startsWith(`${location.origin}/`) ? referrer.slice(0, 2000) : undefined
}

const orderStates = ['none', 'paid', 'delivered', 'case'] as const

/** Everything the page tells about this visit, at this moment. */
export function currentSource(arrival: Arrival): Source {
  return {
    page: location.href.slice(0, 2000),
    pageTitle: document.title.slice(0, 300) || undefined,
    referrer: arrival.referrer,
    campaign: arrival.campaign,
    ...(ipad() && { device: 'tablet', system: 'iPadOS' }),
    language: tagOf(navigator.language),
    // What the page says of the customer's orders; a signed identity outranks it.
    orderState: orderStates.find((known) => known === document.documentElement?.dataset.shopdeskOrders),
  }
}

/** An iPad calls itself a Mac, but no Mac feels fingers. All else the server reads from the request. */
function ipad(): boolean {
  return /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
}
