import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configVariables } from '../../server/platform/config-variables.ts'

test('the operator finds every variable, with its default and its sentence, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operate.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (?:`(.*)`)? ?\| (.*) \|$/gm)]
  const documented = rows.map(([, name, fallback, sentence]) => ({ name, fallback, sentence }))
  const declared = Object.entries(configVariables).map(([name, { fallback, sentence }]) => ({
    name,
    fallback,
    sentence,
  }))
  expect(documented).toEqual(declared)
})
