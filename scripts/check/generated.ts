import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Generator } from '../generate/generator.ts'
import { generators } from '../generate/generators.ts'
import type { Fault } from './fault.ts'
import { textOf } from './tree.ts'

/** Every generated file says exactly what its generator would write now. */
export async function generatedFaults(
  root: string,
  list: readonly Generator[] = generators,
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { file, from, write } of list.filter((generator) => existsSync(join(root, generator.from)))) {
    const wanted = await write(root)
    const present = existsSync(join(root, file)) ? textOf(root, file) : undefined
    if (present !== wanted)
      faults.push({ file, message: `is not in step with ${from}: run npm run generate` })
  }
  return faults
}
