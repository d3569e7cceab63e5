import type { Locator, Page } from 'playwright-core'

/** Writes as the customer does, and sends with Enter. */
export async function say(widget: Page, text: string, label = 'Write a message'): Promise<void> {
  await widget.getByLabel(label).fill(text)
  await widget.getByLabel(label).press('Enter')
}

/** Answers as the agent does, and sends with Enter. */
export async function answer(inbox: Page, text: string): Promise<void> {
  await composer(inbox).fill(text)
  await composer(inbox).press('Enter')
}

/** Where the agent writes, to the customer or to colleagues. */
export function composer(inbox: Page): Locator {
  return inbox.locator('section[data-mode] textarea')
}

/** A line in the thread of the widget or of the inbox, by its words. */
export function line(page: Page, text: string): Locator {
  return page.locator('article, .line').filter({ hasText: text })
}

/** A row of the inbox's list, by its words. */
export function row(inbox: Page, text: string): Locator {
  return inbox.locator('a[data-gone]').filter({ hasText: text })
}

/** Opens the conversation whose row holds these words. */
export async function openRow(inbox: Page, text: string): Promise<void> {
  await row(inbox, text).click()
  await composer(inbox).waitFor()
}
