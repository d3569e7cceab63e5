import type { z } from 'zod'
import type { customerEndpoints } from '../../../domain/customer/endpoints.ts'
import { normalPhone } from '../../../domain/customer/identity.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import type { Tx } from '../../platform/work.ts'
import { accessCustomer, customerListReach, customerReach } from '../access.ts'
import { type ListedCustomerRow, selectCustomers } from '../store/customer.ts'
import { selectIdentities, selectPerhapsSame } from '../store/identity.ts'
import { selectNotes } from '../store/note.ts'
import { countConversations, selectTimeline } from '../store/timeline.ts'

const pageLength = 50
const timelineLength = 20

type ListQuery = z.output<(typeof customerEndpoints.listCustomers)['query']>

/** Customers whom the viewer may read, newest first, 50 a page. */
export async function listCustomers(
  tx: Tx,
  viewer: Viewer,
  query: ListQuery,
): Promise<EndpointOutput<typeof customerEndpoints.listCustomers>> {
  const prefix = query.text?.trim() ?? ''
  const filter = {
    prefix,
    phonePrefix: /^[\d\s+().-]+$/.test(prefix) ? normalPhone(prefix) : null,
    brandId: query.brandId ?? null,
    tagId: query.tagId ?? null,
    blockedOnly: query.blocked === 'true',
    before: query.before === undefined ? null : readCursor(query.before),
  }
  const reach = await customerListReach(tx, viewer)
  const rows = await selectCustomers(tx, reach, filter, pageLength + 1)
  const page = rows.slice(0, pageLength)
  return {
    customers: page.map(shown),
    next: rows.length > pageLength ? String(page.at(-1)?.id) : null,
  }
}

function readCursor(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw refuse('cursor_invalid')
  return Number(cursor)
}

function shown(row: ListedCustomerRow) {
  return {
    id: row.id,
    brandId: row.brand_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    country: row.country,
    blocked: row.blocked_at !== null,
    createdAt: row.created_at.toISOString(),
    tagIds: row.tag_ids,
  }
}

/** One customer with all that their page shows. Refuses `customer_not_found`. */
export async function getCustomer(
  tx: Tx,
  viewer: Viewer,
  customerId: number,
): Promise<EndpointOutput<typeof customerEndpoints.getCustomer>> {
  const row = await accessCustomer(tx, viewer, customerId)
  const [identities, notes, perhapsSame, conversations] = await Promise.all([
    selectIdentities(tx, customerId),
    selectNotes(tx, customerId),
    selectPerhapsSame(tx, row, customerReach(viewer, 'customer.read')),
    countConversations(tx, customerId, customerReach(viewer, 'conversation.read')),
  ])
  return {
    ...shown(row),
    identities: identities.map((identity) => ({
      id: identity.id,
      kind: identity.kind,
      value: identity.value,
      verified: identity.verified_at !== null,
      shopId: identity.shop_id,
    })),
    notes: notes.map((note) => ({
      id: note.id,
      staffId: note.staff_id,
      staffName: note.staff_name,
      text: note.text,
      createdAt: note.created_at.toISOString(),
    })),
    fields: row.fields,
    perhapsSame: perhapsSame.map((same) => ({
      customerId: same.customer_id,
      name: same.name,
      kind: same.kind,
      value: same.value,
    })),
    conversations,
  }
}

/** The customer's conversations that the viewer may read, newest first, 20 a page. Refuses `customer_not_found`. */
export async function getTimeline(
  tx: Tx,
  viewer: Viewer,
  customerId: number,
  before?: number,
): Promise<EndpointOutput<typeof customerEndpoints.getTimeline>> {
  await accessCustomer(tx, viewer, customerId)
  const reach = customerReach(viewer, 'conversation.read')
  const rows = await selectTimeline(tx, customerId, reach, before ?? null, timelineLength + 1)
  return {
    conversations: rows.slice(0, timelineLength).map((row) => ({
      id: row.id,
      state: row.state,
      shopId: row.shop_id,
      channelId: row.channel_id,
      startedAt: row.started_at.toISOString(),
      lastMessageAt: row.last_message_at.toISOString(),
      preview: row.preview,
      topicId: row.topic_id,
      outcome: row.outcome,
      assigneeId: row.assignee_id,
      repeat: row.repeat,
    })),
    more: rows.length > timelineLength,
  }
}
