import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formatted } from './formatted.ts'

type Declared = { method: string; path: string; access: string }
type Api = Record<string, Record<string, Declared>>

/**
 * The addresses that the widget calls, so that neither zod nor the whole contract enters it:
 * every endpoint of `domain/api.ts` below `/api/widget` that a visitor or anybody may call.
 */
export async function widgetPaths(root: string): Promise<string> {
  const { api } = (await import(pathToFileURL(join(root, 'domain/api.ts')).href)) as { api: Api }
  const terms = Object.entries(api).flatMap(([term, endpoints]) => {
    const lines = Object.entries(endpoints)
      .filter(([, { path, access }]) => path.startsWith('/api/widget/') && /^(visitor|public)$/.test(access))
      .map(([name, { method, path }]) => `    ${name}: { method: '${method}', path: '${path}' },`)
    return lines.length === 0 ? [] : [`  ${term}: {`, ...lines, '  },']
  })
  const text = [
    '/** Generated from domain/api.ts by npm run generate: the endpoints that the widget calls. */',
    'export const paths = {',
    ...terms,
    '} as const',
    '',
  ]
  return formatted('widget/paths.ts', text.join('\n'))
}
