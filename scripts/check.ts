import { join } from 'node:path'
import { faultLine } from './check/fault.ts'
import { parts } from './check/parts.ts'

/**
 * `npm run check`: every part of the house's order, side by side. Prints a line for each part,
 * then every fault, and ends with code 1 when there is one. `npm run check -- biome tsc` runs
 * only the named parts.
 */
const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

const chosen = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name))
const results = await Promise.all(
  chosen.map(async ([name, check]) => {
    const start = performance.now()
    const faults = await Promise.resolve(root)
      .then(check)
      .catch((error: unknown) => [
        { message: `could not check: ${error instanceof Error ? error.message : error}` },
      ])
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
    console.log(
      `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(13)} ${seconds.padStart(5)} s  ${count}`,
    )
    return { name, faults }
  }),
)

for (const { name, faults } of results.filter((result) => result.faults.length > 0)) {
  console.log(`\n${name}`)
  for (const fault of faults) console.log(`  ${faultLine(fault)}`)
}
const failed = results.filter((result) => result.faults.length > 0).length
console.log(`\nchecks: ${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
