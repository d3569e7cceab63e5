import type { Fault } from '../../domain/refusal.ts'

export type FieldPath = (string | number)[]

export interface FieldFaults {
  name: FieldPath
  faults: Fault[]
}

/**
 * Sorts the faults of a refused input to the fields of the form: `body.shop.languages.0` belongs to the field
 * `['shop', 'languages']`, unless `['shop', 'languages', 0]` is a field of its own. What belongs to no field comes
 * back as `rest`, so that it can be shown above the form.
 */
export function faultsByField(
  faults: readonly Fault[],
  fields: readonly FieldPath[],
): { fields: FieldFaults[]; rest: Fault[] } {
  const found = new Map<string, FieldFaults>()
  const rest: Fault[] = []
  for (const fault of faults) {
    const name = longestPrefix(pathOf(fault), fields)
    if (!name) rest.push(fault)
    else found.set(name.join('.'), { name, faults: [...(found.get(name.join('.'))?.faults ?? []), fault] })
  }
  return { fields: [...found.values()], rest }
}

function pathOf(fault: Fault): string[] {
  return fault.path.split('.').slice(1)
}

function longestPrefix(path: readonly string[], fields: readonly FieldPath[]): FieldPath | undefined {
  return fields
    .filter((field) => field.length > 0 && field.every((part, index) => String(part) === path[index]))
    .sort((a, b) => b.length - a.length)[0]
}
