import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { widgetTag } from '../../../domain/channel/widget-tag.ts'
import { type Caller, type TestApp, testApp } from '../../support/app.ts'
import { artefacts } from './artefacts.ts'
import { desk, openChromium } from './browser.ts'
import { openShopPage } from './shop-page.ts'

/** How somebody sits before the screen; the language is the page's, too. */
export interface Seat extends BrowserContextOptions {
  readonly language?: 'en' | 'zh-CN'
}

/** A set-up Shopdesk, a page of the shop on another origin, and a browser. */
export interface Stage {
  readonly app: TestApp
  /** The console as this member of staff, who has signed in already. */
  console(who: Caller, path: string, seat?: Seat): Promise<Page>
  /** The shop's page with the widget opened, in a browser of its own. */
  widget(seat?: Seat): Promise<Page>
  /** A browser in which nobody has signed in. */
  browse(seat?: Seat): Promise<Page>
}

/**
 * One stage for a file of journeys. After each the browsers are closed; of one that failed, what they show is kept
 * as a picture.
 */
export function openStage(): Stage {
  const stage = {} as Stage
  let opened: OpenStage | undefined
  beforeAll(async () => {
    opened = await raiseStage()
    Object.assign(stage, opened)
  })
  afterEach(async ({ task }) => {
    if (!opened) return
    await leave(opened.browser, task.result?.state === 'fail' ? task.name : null)
  })
  afterAll(() => opened?.close())
  return stage
}

interface OpenStage extends Stage {
  readonly browser: Browser
  close(): Promise<void>
}

/** Closes all profiles; of a failed journey each page leaves a picture. */
export async function leave(browser: Browser, failed: string | null): Promise<void> {
  for (const [seat, context] of browser.contexts().entries()) {
    for (const page of failed ? context.pages() : []) {
      const name = `failed ${failed} ${seat + 1}`.replace(/[^\p{L}\p{N}]+/gu, '-')
      await page.screenshot({ path: join(artefacts, `${name}.png`) })
    }
    await context.close()
  }
}

async function raiseStage(): Promise<OpenStage> {
  const [app, browser] = await Promise.all([testApp(), openChromium()])
  const shop = await openShopPage(widgetTag(app.url, app.channelKey))
  return {
    app,
    browser,
    console: async (who, path, seat) => {
      const context = await sit(browser, seat)
      await context.addCookies(cookiesOf(who, app.url))
      const page = await context.newPage()
      await page.goto(app.url + path)
      return page
    },
    widget: async (seat) => {
      const page = await (await sit(browser, seat)).newPage()
      await page.goto(shop.url(seat?.language ?? 'en'))
      await page.locator('.launcher').click()
      return page
    },
    browse: async (seat) => (await sit(browser, seat)).newPage(),
    close: async () => {
      await browser.close()
      await Promise.all([shop.close(), app.close()])
    },
  }
}

/** A browser profile of its own. */
export async function sit(browser: Browser, { language = 'en', ...how }: Seat = {}): Promise<BrowserContext> {
  const locale = language === 'en' ? 'en-US' : language
  const context = await browser.newContext({ ...desk, locale, ...how })
  context.setDefaultTimeout(20_000)
  return context
}

function cookiesOf(who: Caller, url: string) {
  return (who.headers.cookie ?? '').split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}
