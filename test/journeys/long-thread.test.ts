import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answer, line, openRow } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()
const lines = 10_000

/** A customer who has written one line, and the number of the conversation. */
async function talk(name: string, key: string, text: string) {
  const customer = await stage.app.visitor({ name })
  const { conversation } = await customer.client.widget.sendMessage({ body: { key, text } })
  const found = await stage.app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  return { customer, conversationId: found.rows[0].id as number }
}

/** A conversation of ten thousand lines, as a wholesaler has it who never closes a talk. */
async function longTalk(name: string): Promise<void> {
  const { customer, conversationId } = await talk(name, 'long-talk-1', 'The very first line')
  const { pool } = stage.app.platform
  await pool.query(
    `update message set created_at = created_at - interval '1 day' where conversation_id = $1`,
    [conversationId],
  )
  await pool.query(
    `insert into message (conversation_id, brand_id, seq, kind, author_kind, author_id, text, created_at)
    select m.conversation_id, m.brand_id, n, m.kind, m.author_kind, m.author_id,
      'Line ' || n || repeat(' of a long talk', n % 23), m.created_at
    from message m, generate_series(2, $2::int) n where m.conversation_id = $1 and m.seq = 1`,
    [conversationId, lines],
  )
  await pool.query('update conversation set last_seq = $2 where id = $1', [conversationId, lines])
  await customer.client.widget.sendMessage({ body: { key: 'long-talk-2', text: 'And the newest line' } })
}

const thread = (inbox: Page) => inbox.getByRole('region', { name: 'Messages' })
const drawn = (inbox: Page) => thread(inbox).locator('article').count()
/** Where a line stands on the screen, in pixels from the top. */
const topOf = async (inbox: Page, text: string) =>
  Math.round((await line(inbox, text).boundingBox())?.y ?? Number.NaN)

test('a thread of ten thousand lines opens at its end, is read up to its first line, and draws only what is near', async () => {
  const ida = await stage.app.staff('Ida', 'agent')
  await longTalk('Tao Wholesale')
  const inbox = await stage.console(ida, '/inbox/all')
  await openRow(inbox, 'And the newest line')
  await line(inbox, 'And the newest line').waitFor()
  expect(await drawn(inbox)).toBeLessThanOrEqual(51)
  await prove(inbox, 'long-1-end')

  await thread(inbox).hover()
  await inbox.mouse.wheel(0, -1200)
  await inbox.getByRole('button', { name: 'To the newest' }).waitFor()
  await thread(inbox).evaluate(async (box) => {
    const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (let first = Number.POSITIVE_INFINITY; first > 1; ) {
      box.scrollTop = 0
      await settled()
      first = Number(box.querySelector<HTMLElement>('article[data-seq]')?.dataset.seq)
    }
  })
  await line(inbox, 'The very first line').waitFor()
  expect(await drawn(inbox)).toBeLessThan(120)
  await prove(inbox, 'long-2-start')

  // Found from anywhere in it; the newest match first, and the browser's own search is not needed.
  await inbox.keyboard.press('Control+f')
  await inbox.getByLabel('Find in this conversation').fill('line 4711')
  await line(inbox, 'Line 4711').waitFor()
  expect(await line(inbox, 'Line 4711').isVisible()).toBe(true)
  await prove(inbox, 'long-3-found')
  await inbox.getByLabel('Find in this conversation').press('Escape')

  await inbox.getByRole('button', { name: 'To the newest' }).click()
  await line(inbox, 'And the newest line').waitFor()
  await answer(inbox, 'An answer at the end')
  await line(inbox, 'An answer at the end').waitFor()
  await line(inbox, 'Line 10000').waitFor()
})

test('what is read stays in its place while earlier lines load above and new ones arrive below', async () => {
  const noa = await stage.app.staff('Noa', 'agent')
  const { conversationId } = await talk('Reader', 'reader-key-1', 'Where do I read?')
  const params = { conversationId }
  for (let n = 1; n <= 80; n++) {
    await noa.client.message.addNote({ params, body: { key: `reader-note-${n}`, text: `Note ${n}.` } })
  }
  const inbox = await stage.console(noa, '/inbox/all')
  await openRow(inbox, 'Where do I read?')
  await line(inbox, 'Note 80.').waitFor()
  const row = line(inbox, 'Note 45.')
  await row.scrollIntoViewIfNeeded()
  const before = await topOf(inbox, 'Note 45.')
  await expect.poll(() => thread(inbox).locator('article[data-seq]').count()).toBeGreaterThan(70)
  expect(Math.abs((await topOf(inbox, 'Note 45.')) - before)).toBeLessThanOrEqual(2)
  await noa.client.message.addNote({ params, body: { key: 'reader-note-last', text: 'A last note.' } })
  await inbox.getByRole('button', { name: '1 new message' }).waitFor()
  expect(Math.abs((await topOf(inbox, 'Note 45.')) - before)).toBeLessThanOrEqual(2)
  await inbox.getByRole('button', { name: '1 new message' }).click()
  await line(inbox, 'A last note.').waitFor()
})
