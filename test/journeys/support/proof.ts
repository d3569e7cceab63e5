import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { artefacts } from './artefacts.ts'

/** Keeps a picture of the page and holds it to axe: nothing serious or critical. */
export async function prove(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(artefacts, `${name}.png`) })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const bad = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
  expect(bad, `${name}: what axe finds`).toEqual([])
}
