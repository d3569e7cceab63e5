import { dependencyFaults } from './dependencies.ts'
import type { Check } from './fault.ts'
import { generatedFaults } from './generated.ts'
import { importFaults } from './imports.ts'
import { languageFaults } from './languages.ts'
import { lengthFaults } from './length.ts'
import { nameFaults } from './names.ts'
import { placeFaults } from './places.ts'
import { purityFaults } from './purity.ts'
import { termFaults } from './terms.ts'
import { biomeFaults, typeFaults, unusedFaults } from './tools.ts'

/** What `npm run check` runs; slow parts that work in their own process stand first. */
export const parts: Record<string, Check> = {
  tsc: typeFaults,
  biome: biomeFaults,
  knip: unusedFaults,
  generated: (root) => generatedFaults(root),
  terms: termFaults,
  imports: importFaults,
  purity: purityFaults,
  names: (root) => nameFaults(root),
  languages: languageFaults,
  length: (root) => lengthFaults(root),
  places: placeFaults,
  dependencies: dependencyFaults,
}
