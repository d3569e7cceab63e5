import { refuse } from '../../domain/errors.ts'
import type { FileView } from '../../domain/file/endpoints.ts'
import type { MessageView } from '../../domain/message/endpoints.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { positionSql } from '../platform/event-log/read.ts'
import type { Platform } from '../platform/work.ts'
import { reachSql, reachValues } from './reach.ts'

const pageSize = 50
/** Who scrolls up reads on: fewer round trips for a long thread. */
const earlierPageSize = 200

interface LineRecord {
  id: number
  conversation_id: number
  seq: number
  kind: MessageView['kind']
  author_kind: MessageView['authorKind']
  author_id: number | null
  author_name: string | null
  text: string
  data: Record<string, unknown> | null
  language: string | null
  files: FileView[] | null
  mentions: number[] | null
  created_at: Date
  recalled_at: Date | null
  key: string | null
}

/** Files of a message `m` as JSON; looked for only where the message says that it has some. */
export const filesSql = `
  case when m.has_files and m.recalled_at is null then (
    select json_agg(json_build_object('id', f.public_id, 'name', f.name, 'mediaType', f.media_type,
      'size', f.size, 'width', f.width, 'height', f.height) order by f.id)
    from file f where f.message_id = m.id) end as files`

const lineColumns = `m.id, m.conversation_id, m.seq, m.kind, m.author_kind, m.author_id, s.name as author_name,
  m.text, m.data, m.language, ${filesSql}, m.mentions, m.created_at, m.recalled_at, m.key`

const authorJoin = `left join staff s on m.author_kind = 'staff' and s.id = m.author_id`

function lineOf(record: LineRecord): MessageView {
  return {
    id: record.id,
    conversationId: record.conversation_id,
    seq: record.seq,
    kind: record.kind,
    authorKind: record.author_kind,
    authorId: record.author_id,
    authorName: record.author_name,
    text: record.text,
    data: record.data,
    language: record.language,
    files: record.files ?? [],
    mentions: record.mentions ?? [],
    createdAt: record.created_at.toISOString(),
    recalledAt: record.recalled_at?.toISOString() ?? null,
    key: record.key,
  }
}

export interface ThreadPage {
  messages: MessageView[]
  more: boolean
  position: string
}

/** Part of a thread: the newest lines, those before a number, or those after one. */
export interface ThreadPart {
  readonly before?: number | undefined
  readonly after?: number | undefined
}

/** The largest number a line can have. */
const lastLine = 2_147_483_647

/** Where the page begins; numbers that no line can have mean the end. */
export function lineNumberOf(part: ThreadPart): number {
  return Math.min(part.after ?? part.before ?? lastLine, lastLine)
}

/** Values: reach 1-5, conversation 6, number 7, limit 8. */
function pageSql(direction: 'before' | 'after'): string {
  const [compare, order] = direction === 'before' ? ['<', 'desc'] : ['>', 'asc']
  return `
    select ${lineColumns}, c.id as seen, ${positionSql} as position
    from conversation c
    left join lateral (
      select * from message m where m.conversation_id = c.id and m.seq ${compare} $7::int
      order by m.seq ${order} limit $8
    ) m on true
    ${authorJoin}
    where c.id = $6 and ${reachSql(1)}
    order by m.seq ${order}`
}

const pages = { before: pageSql('before'), after: pageSql('after') } as const

/** A page of the thread for staff, oldest first, with the check of access in the same round trip. */
export async function readThread(
  platform: Platform,
  viewer: Viewer,
  conversationId: number,
  part: ThreadPart,
): Promise<ThreadPage> {
  const direction = part.after === undefined ? 'before' : 'after'
  const size = part.before === undefined ? pageSize : earlierPageSize
  const found = await platform.pool.query<LineRecord & { position: string; id: number | null }>({
    name: `thread_${direction}`,
    text: pages[direction],
    values: [...reachValues(viewer, 'conversation.read'), conversationId, lineNumberOf(part), size + 1],
  })
  const first = found.rows[0]
  if (!first) throw refuse('conversation_not_found')
  const lines = found.rows.filter((record) => record.id !== null)
  const page = lines.slice(0, size).map(lineOf)
  if (direction === 'before') page.reverse()
  return { messages: page, more: lines.length > size, position: first.position }
}

/** Lines by number, in no order. Not checked: for those who may see them already. */
export async function linesById(platform: Platform, ids: readonly number[]): Promise<MessageView[]> {
  const found = await platform.pool.query<LineRecord>({
    name: 'view_lines',
    text: `select ${lineColumns} from message m ${authorJoin} where m.id = any($1::bigint[])`,
    values: [[...ids]],
  })
  return found.rows.map(lineOf)
}
