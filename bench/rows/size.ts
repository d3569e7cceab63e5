import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Finding, Row } from '../row.ts'

/** The widget as a page loads it, gzipped. */
export const widgetSize: Row = {
  name: 'widget-size',
  needs: 'nothing',
  measure: async () => {
    const folder = 'dist/widget'
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.js')) : []
    return finding('widget-size', 'widget, gzipped', 30, gzipped(folder, files))
  },
}

/** What a browser loads before the console's first screen stands, gzipped. */
export const consoleSize: Row = {
  name: 'console-size',
  needs: 'nothing',
  measure: async () => {
    const folder = 'dist/console'
    const page = join(folder, 'index.html')
    const files = existsSync(page) ? firstFiles(folder, readFileSync(page, 'utf8')) : []
    return finding('console-size', "console's first screen, gzipped", 450, gzipped(folder, files))
  },
}

/** Scripts, styles and preloads named in the page, and what those import outright. */
function firstFiles(folder: string, page: string): string[] {
  const named = [...page.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(join(folder, file))) return
    found.add(file)
    if (!file.endsWith('.js')) return
    const text = readFileSync(join(folder, file), 'utf8')
    const imports = text.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^'"();]*?from)?\s*["'](\.[^"']+)["']/g)
    for (const match of imports) visit(posix.join(posix.dirname(file), match[1] ?? ''))
  }
  for (const file of named) visit(file)
  return [...found, 'index.html']
}

function gzipped(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000
}

function finding(name: string, what: string, bar: number, kilobytes: number): Finding {
  const there = kilobytes > 0
  const measured = there ? `${kilobytes.toFixed(1)} kB` : 'not built (npm run build)'
  return { name, what, bar: `<= ${bar} kB`, measured, ratio: null, met: there ? kilobytes <= bar : null }
}
