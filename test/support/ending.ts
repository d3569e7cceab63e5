import { expect, vi } from 'vitest'
import { endResolved } from '../../server/conversation/actions/close.ts'
import type { TestApp } from './app.ts'

/** Ends every resolved conversation whose time is over. A row that a reader of the log holds just now is left for the next look. */
export async function endAllResolved(app: TestApp): Promise<void> {
  const left = async () => {
    await endResolved(app.platform)
    const { rows } = await app.platform.pool.query<{ count: number }>(
      `select count(*)::int as count from conversation where state = 'resolved' and ends_at <= $1`,
      [app.platform.now()],
    )
    return rows[0]?.count
  }
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 10_000 })
}
