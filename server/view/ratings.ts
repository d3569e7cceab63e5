import type { z } from 'zod'
import { refuse } from '../../domain/errors.ts'
import type {
  CustomerRating,
  RatingCountsView,
  RatingRow,
  RatingView,
  ratingEndpoints,
} from '../../domain/rating/endpoints.ts'
import { ratingOpenUntil, ratingState } from '../../domain/rating/invitation.ts'
import type { RatingReason } from '../../domain/rating/scale.ts'
import { satisfaction } from '../../domain/rating/score.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { Platform } from '../platform/work.ts'
import { reachValues } from './reach.ts'

const pageSize = 25

/** What a customer's answer is drawn from. */
interface Said {
  readonly expiresAt: Date
  readonly ratedAt: Date | null
  readonly score: number | null
  readonly reasons: RatingReason[]
  readonly comment: string
  readonly solved: boolean | null
}

/** An invitation as its customer sees it at this moment. */
export function customerRatingOf(said: Said, now: Date): CustomerRating {
  const times = { expiresAt: said.expiresAt.getTime(), ratedAt: said.ratedAt?.getTime() ?? null }
  const { score, reasons, comment, solved } = said
  const until = new Date(ratingOpenUntil(times)).toISOString()
  return { state: ratingState(times, now.getTime()), until, score, reasons, comment, solved }
}

interface RatingRecord extends Said {
  id: number
  conversationId: number
  brandId: number
  shopId: number
  invitedAt: Date
  mailedAt: Date | null
  changedAt: Date | null
  creditedStaffId: number | null
  creditedName: string | null
  creditedReplies: number
  allReplies: number
  creditTied: boolean
}

const columns = `r.id, r.conversation_id as "conversationId", r.brand_id as "brandId", r.shop_id as "shopId",
  r.invited_at as "invitedAt", r.expires_at as "expiresAt", r.mailed_at as "mailedAt", r.score, r.reasons,
  r.comment, r.solved, r.rated_at as "ratedAt", r.changed_at as "changedAt",
  r.credited_staff_id as "creditedStaffId", a.name as "creditedName", r.credited_replies as "creditedReplies",
  r.all_replies as "allReplies", r.credit_tied as "creditTied"`

function viewOf(record: RatingRecord): RatingView {
  return {
    ...record,
    invitedAt: record.invitedAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    mailedAt: record.mailedAt?.toISOString() ?? null,
    ratedAt: record.ratedAt?.toISOString() ?? null,
    changedAt: record.changedAt?.toISOString() ?? null,
  }
}

/** The rating of a conversation. Not checked: for those who may see the conversation already. */
export async function ratingOfConversation(
  platform: Platform,
  conversationId: number,
): Promise<RatingView | null> {
  const found = await platform.pool.query<RatingRecord>({
    name: 'rating_one',
    text: `select ${columns} from rating r left join staff a on a.id = r.credited_staff_id
      where r.conversation_id = $1`,
    values: [conversationId],
  })
  const record = found.rows[0]
  return record ? viewOf(record) : null
}

/**
 * Ratings `r` of conversations `c` that the viewer sees: within reach of rating.read, or credited to them; narrowed
 * by agent 6, shop 7, and the moment of the invitation from 8 to (not including) 9.
 */
const seen = `
  from rating r join conversation c on c.id = r.conversation_id
  where ($1::boolean or c.brand_id = any($2::bigint[]) or c.shop_id = any($3::bigint[])
      or c.team_id = any($4::bigint[]) or r.credited_staff_id = $5::bigint)
    and ($6::bigint is null or r.credited_staff_id = $6)
    and ($7::bigint is null or r.shop_id = $7)
    and ($8::timestamptz is null or r.invited_at >= $8)
    and ($9::timestamptz is null or r.invited_at < $9)`

interface Which {
  staffId?: number | undefined
  shopId?: number | undefined
  from?: string | undefined
  to?: string | undefined
}

function seenValues(viewer: Viewer, which: Which): unknown[] {
  const { staffId = null, shopId = null, from = null, to = null } = which
  return [...reachValues(viewer, 'rating.read'), staffId, shopId, from, to]
}

type ListQuery = z.output<(typeof ratingEndpoints.listRatings)['query']>

/** A page of given ratings, newest first, in one round trip. */
export async function listRatings(
  platform: Platform,
  viewer: Viewer,
  query: ListQuery,
): Promise<{ ratings: RatingRow[]; next: string | null }> {
  const after = query.after ? readCursor(query.after) : null
  const found = await platform.pool.query<RatingRecord & { customerName: string | null }>({
    name: 'rating_list',
    text: `
      with page as materialized (
        select r.* ${seen} and r.rated_at is not null and ($10::int is null or r.score = $10)
          and ($11::timestamptz is null or (r.rated_at, r.id) < ($11, $12::bigint))
        order by r.rated_at desc, r.id desc limit $13)
      select ${columns}, u.name as "customerName"
      from page r join customer u on u.id = r.customer_id left join staff a on a.id = r.credited_staff_id
      order by r.rated_at desc, r.id desc`,
    values: [
      ...seenValues(viewer, query),
      query.score ?? null,
      after?.ratedAt ?? null,
      after?.id ?? null,
      pageSize + 1,
    ],
  })
  const page = found.rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    ratings: page.map((record) => ({ ...viewOf(record), customerName: record.customerName })),
    next: found.rows.length > pageSize && last?.ratedAt ? `${last.ratedAt.toISOString()}_${last.id}` : null,
  }
}

function readCursor(text: string): { ratedAt: Date; id: number } {
  const [moment = '', id = ''] = text.split('_')
  const ratedAt = new Date(moment)
  if (Number.isNaN(ratedAt.getTime()) || !/^\d{1,15}$/.test(id)) throw refuse('cursor_invalid')
  return { ratedAt, id: Number(id) }
}

interface CountsRecord {
  asked: number
  answered: number
  good: number
  solved: number
  solvedAnswered: number
}

const sums = `count(*)::int as asked, count(r.score)::int as answered,
  (count(*) filter (where r.score >= 4))::int as good,
  (count(*) filter (where r.solved))::int as solved, count(r.solved)::int as "solvedAnswered"`

function countsOf({ asked, answered, good, solved, solvedAnswered }: CountsRecord): RatingCountsView {
  return { asked, answered, good, solved, solvedAnswered, satisfaction: satisfaction({ answered, good }) }
}

/** How the parts of a summary are told apart; `zone` is the tenth value. */
const parts = {
  staff: { key: 'r.credited_staff_id', name: 'staff' },
  shop: { key: 'r.shop_id', name: 'shop' },
  day: { key: `to_char(r.invited_at at time zone $10::text, 'YYYY-MM-DD')`, name: null },
} as const

type SummaryQuery = z.output<(typeof ratingEndpoints.summariseRatings)['query']>
type Summary = z.output<(typeof ratingEndpoints.summariseRatings)['output']>

/** Asked, answered and content: in all, and by agent, shop or day. Agents and shops come with the most asked first. */
export async function summariseRatings(
  platform: Platform,
  viewer: Viewer,
  query: SummaryQuery,
): Promise<Summary> {
  const values = seenValues(viewer, query)
  const all = await platform.pool.query<CountsRecord>({
    name: 'rating_sum',
    text: `select ${sums} ${seen}`,
    values,
  })
  const [total = { asked: 0, answered: 0, good: 0, solved: 0, solvedAnswered: 0 }] = all.rows
  return {
    all: countsOf(total),
    parts: query.by ? await partsBy(platform, query.by, values, query.zone) : [],
  }
}

type PartRecord = CountsRecord & { key: number | string | null; name: string | null }

async function partsBy(
  platform: Platform,
  by: keyof typeof parts,
  values: readonly unknown[],
  zone: string,
): Promise<Summary['parts']> {
  const { key, name } = parts[by]
  const grouped = `select ${key} as key, ${sums} ${seen} group by 1`
  const found = await platform.pool.query<PartRecord>({
    name: `rating_sum_${by}`,
    text: name
      ? `select g.*, n.name from (${grouped}) g left join ${name} n on n.id = g.key order by g.asked desc, g.key`
      : `select g.*, null as name from (${grouped}) g order by g.key`,
    values: name ? [...values] : [...values, zone],
  })
  return found.rows.map((record) => ({
    ...countsOf(record),
    id: typeof record.key === 'number' ? record.key : null,
    name: record.name,
    day: typeof record.key === 'string' ? record.key : null,
  }))
}
