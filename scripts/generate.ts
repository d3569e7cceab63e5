import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generators } from './generate/generators.ts'

/** `npm run generate`: writes every generated file anew. */
const root = join(import.meta.dirname, '..')

for (const { file, from, write } of generators) {
  if (!existsSync(join(root, from))) {
    console.log(`${file}: left out, ${from} is not there`)
    continue
  }
  writeFileSync(join(root, file), await write(root))
  console.log(`${file}: written from ${from}`)
}
