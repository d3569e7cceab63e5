import { expect, test } from 'vitest'
import { faultLine } from './fault.ts'
import { nameFaults } from './names.ts'
import { plant } from './plant.ts'

const glossary = `
| term | 中文 | meaning | banned |
| --- | --- | --- | --- |
| conversation | 会话 | One talk with one customer. | ticket, chat, session |
| canned reply | 快捷短语 | A text inserted with a key. | quick reply |
`
const faultsOf = (files: Record<string, string>, allowed: Record<string, string> = {}) =>
  nameFaults(plant({ 'docs/glossary.md': glossary, ...files }), allowed).map(faultLine)

test('names that keep to the glossary are in order', () => {
  const files = {
    'domain/conversation/conversation.ts':
      'export const closeConversation = (ticketless: string) => ticketless',
    'db/migrations/0001_base.sql':
      'create table conversation (\n  id bigint primary key,\n  webchat text\n);',
  }
  expect(faultsOf(files)).toEqual([])
})

test.each([
  ['an export', 'domain/a.ts', 'export const closeTicket = 1'],
  ['an exported type', 'domain/a.ts', 'export type ChatState = 1'],
  ['an exported function', 'server/a.ts', 'export function openSessions() {}'],
  ['a name exported at the end', 'server/a.ts', 'const a = 1\nexport { a as openTicket }'],
  ['an expression of two words', 'domain/a.ts', 'export const quickReplyLimit = 1'],
  ['a file', 'server/ticket-store.ts', ''],
  ['a folder', 'console/chat/row.tsx', ''],
  ['an endpoint', 'domain/a.ts', "export const e = { path: '/api/tickets/:id' }"],
  ['a table', 'db/migrations/0001_base.sql', 'create table chat_message (id bigint)'],
  ['a column', 'db/migrations/0001_base.sql', 'create table message (\n  ticket_id bigint not null\n)'],
])('%s with a banned word is refused, and the right word is named', (_, path, text) => {
  const [fault] = faultsOf({ [path]: text })
  expect(fault).toMatch(new RegExp(`^${path}.*the house says "(conversation|canned reply)"`))
})

test('an exception lets exactly that name pass', () => {
  const files = {
    'db/migrations/0001_base.sql': 'create table auth_session (id bigint);\ncreate table session (id bigint)',
  }
  const faults = faultsOf(files, { auth_session: 'a sign-in' })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain('table session says')
})

test('an exception that nothing needs any more is refused', () => {
  expect(faultsOf({}, { auth_session: 'a sign-in' }).join()).toContain('auth_session')
})

test.each(['utils', 'date-helpers', 'queueManager', 'user-service'])(
  'a file called %s says nothing and is refused',
  (name) => {
    expect(faultsOf({ [`server/${name}.ts`]: '' }).join()).toContain('does not say what is inside')
  },
)

test('a term without its Chinese word or its meaning is refused', () => {
  const page = '| term | 中文 | meaning | banned |\n| --- | --- | --- | --- |\n| queue | | waits | |\n'
  expect(
    nameFaults(plant({ 'docs/glossary.md': page }), {})
      .map(faultLine)
      .join(),
  ).toContain('queue')
})
