import type { ConversationRow, InboxView } from '../../domain/conversation/endpoints.ts'
import { standsInView } from '../../domain/conversation/views.ts'

/** A row of the inbox with how far the viewer has read. */
export type ListRow = ConversationRow & { readSeq: number }

export interface ListPage {
  conversations: ListRow[]
  next: string | null
}

/** Lists by deadline: what has a running clock that is in time, or overdue. */
export const dueViews = ['due', 'overdue'] as const
export type DueView = (typeof dueViews)[number]
export type ListView = InboxView | DueView

/** Whether a list is one by deadline. */
export function isDueView(view: string): view is DueView {
  return dueViews.some((one) => one === view)
}

/** What a list shows: its view and its filters. */
export interface ListScope {
  view: ListView
  shopId?: number
  tagId?: number
  /** Of a list by deadline: only what stands in this team's queue or is with it. */
  teamId?: number
  /** Of a list by deadline: only what the viewer has. */
  mine?: boolean
}

/** Whether a row belongs in a list as it is now. */
export function belongs(row: ConversationRow, scope: ListScope, staffId: number): boolean {
  return (
    standsIn(scope, row, staffId) &&
    (scope.shopId === undefined || row.shopId === scope.shopId) &&
    (scope.tagId === undefined || row.tagIds.includes(scope.tagId)) &&
    (scope.teamId === undefined || row.teamId === scope.teamId)
  )
}

function standsIn({ view, mine }: ListScope, row: ConversationRow, staffId: number): boolean {
  if (!isDueView(view)) return standsInView(view, row, staffId)
  if (row.dueAt === null || (mine === true && row.assigneeId !== staffId)) return false
  return view === (Date.parse(row.dueAt) <= Date.now() ? 'overdue' : 'due')
}

const minute = 60_000

/**
 * Negative when `a` stands above `b`: the queue and offline messages longest wait first, those by deadline the nearest
 * first, the others by the minute of the last activity, newest first, as the server orders them.
 */
export function compareRows(view: ListView, a: ConversationRow, b: ConversationRow): number {
  if (isDueView(view)) return deadline(a) - deadline(b) || a.id - b.id
  if (view === 'offline') return leftAt(a) - leftAt(b) || a.id - b.id
  if (view === 'queue') return queuedSince(a) - queuedSince(b) || a.id - b.id
  return activeMinute(b) - activeMinute(a) || b.id - a.id
}

function activeMinute(row: ConversationRow): number {
  return Math.floor(Date.parse(row.lastMessageAt) / minute)
}

function deadline(row: ConversationRow): number {
  return row.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.dueAt)
}

function leftAt(row: ConversationRow): number {
  return Date.parse(row.offlineMessageAt ?? row.startedAt)
}

function queuedSince(row: ConversationRow): number {
  return Date.parse(row.waitingSince ?? row.startedAt)
}

/**
 * Merges rows that changed into the loaded pages of one list. A row that no longer belongs leaves; one that
 * would stand below the last loaded page is left for that page to bring. `readSeq` is not part of a pushed
 * row: it stays what it was, or is what `readSeqOf` knows.
 */
export function mergeRows(
  pages: ListPage[],
  rows: readonly ConversationRow[],
  scope: ListScope,
  staffId: number,
  readSeqOf: (conversationId: number) => number,
): ListPage[] {
  let changed = false
  let result = pages
  for (const row of rows) {
    const next = mergeRow(result, row, scope, staffId, readSeqOf)
    changed ||= next !== result
    result = next
  }
  return changed ? result : pages
}

function mergeRow(
  pages: ListPage[],
  row: ConversationRow,
  scope: ListScope,
  staffId: number,
  readSeqOf: (conversationId: number) => number,
): ListPage[] {
  const known = findRow(pages, row.id)
  const fits = belongs(row, scope, staffId)
  if (!known && !fits) return pages
  const without = known ? dropRow(pages, row.id) : pages
  if (!fits) return without
  const full: ListRow = { ...row, readSeq: known?.readSeq ?? readSeqOf(row.id) }
  return insertRow(without, full, scope.view)
}

/** The row of this conversation in the loaded pages. */
export function findRow(pages: readonly ListPage[], conversationId: number): ListRow | undefined {
  for (const page of pages) {
    const row = page.conversations.find((candidate) => candidate.id === conversationId)
    if (row) return row
  }
  return undefined
}

/** The pages without this conversation; the same pages when it was not there. */
export function dropRow(pages: ListPage[], conversationId: number): ListPage[] {
  if (!findRow(pages, conversationId)) return pages
  return pages.map((page) => ({
    ...page,
    conversations: page.conversations.filter((row) => row.id !== conversationId),
  }))
}

/** The pages with this row changed in its place. */
export function changeRow(
  pages: ListPage[],
  conversationId: number,
  change: (row: ListRow) => ListRow,
): ListPage[] {
  if (!findRow(pages, conversationId)) return pages
  return pages.map((page) => ({
    ...page,
    conversations: page.conversations.map((row) => (row.id === conversationId ? change(row) : row)),
  }))
}

function insertRow(pages: ListPage[], row: ListRow, view: ListView): ListPage[] {
  for (const [index, page] of pages.entries()) {
    const at = page.conversations.findIndex((other) => compareRows(view, row, other) < 0)
    const last = index === pages.length - 1
    if (at < 0 && !last) continue
    if (at < 0 && page.next !== null) return pages
    const place = at < 0 ? page.conversations.length : at
    return pages.with(index, { ...page, conversations: page.conversations.toSpliced(place, 0, row) })
  }
  return pages
}

/** All loaded rows from the top, each conversation once. */
export function rowsOf(pages: readonly ListPage[]): ListRow[] {
  const seen = new Set<number>()
  return pages.flatMap((page) =>
    page.conversations.filter((row) => !seen.has(row.id) && Boolean(seen.add(row.id))),
  )
}
