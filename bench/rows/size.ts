import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { buildScreens, screensFolder } from '../../server/platform/front/build.ts'
import { firstScreenFiles } from '../first-screen.ts'
import type { Finding, Row } from '../row.ts'

const silent = pino({ enabled: false })

/** The widget as a page loads it, gzipped. */
export const widgetSize: Row = {
  name: 'widget-size',
  needs: 'nothing',
  measure: async () => {
    await buildScreens(silent)
    const folder = join(screensFolder, 'widget')
    const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
    return finding('widget-size', 'widget, gzipped', 30, gzipped(folder, files))
  },
}

/** What a browser loads until the inbox stands, gzipped. */
export const consoleSize: Row = {
  name: 'console-size',
  needs: 'nothing',
  measure: async () => {
    await buildScreens(silent)
    const folder = join(screensFolder, 'console')
    return finding(
      'console-size',
      "console's first screen, gzipped",
      450,
      gzipped(folder, firstScreenFiles(folder)),
    )
  },
}

function gzipped(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000
}

function finding(name: string, what: string, bar: number, kilobytes: number): Finding {
  return {
    name,
    what,
    bar: `<= ${bar} kB`,
    measured: `${kilobytes.toFixed(1)} kB`,
    ratio: null,
    met: kilobytes <= bar,
  }
}
