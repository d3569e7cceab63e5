import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium as playwright } from 'playwright-core'

/** Starts the Chromium that came with `npm ci`. */
export async function openChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    chromiumSandbox: false,
  })
}

/** An office desk in Shanghai. */
export const desk: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
  colorScheme: 'light',
}

/** A phone in the hand. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}
