import type { ListPage, ListRow } from './list-cache.ts'

/** A queued conversation of which only what the test is about is said. */
export function listRow(row: Partial<ListRow> & { id: number }): ListRow {
  return {
    brandId: 1,
    shopId: 1,
    channelId: 1,
    customerId: row.id,
    customerName: null,
    state: 'queued',
    assigneeId: null,
    assigneeName: null,
    teamId: null,
    language: null,
    topicId: null,
    tagIds: [],
    spam: false,
    repeat: false,
    lastSeq: 1,
    lastMessageAt: minute(row.id),
    preview: '',
    previewBy: 'customer',
    waitingSince: minute(row.id),
    startedAt: minute(row.id),
    warnAt: null,
    dueAt: null,
    dueKind: null,
    priority: 0,
    stage: null,
    ownerId: null,
    offlineMessageAt: null,
    score: null,
    readSeq: 0,
    ...row,
  }
}

/** The n-th minute of a day. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 10, 11, 0, n)).toISOString()
}

/** A loaded page. */
export function listPage(rows: ListRow[], next: string | null = null): ListPage {
  return { conversations: rows, next, position: '1.1.1' }
}
