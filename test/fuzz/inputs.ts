import fc from 'fast-check'
import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/** What people, clumsy programs and attackers send where a text is expected. */
export const nastyTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b\u0007c',
  '\ud800',
  'half \udc00 pair',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇳',
  '\u202egnp.exe',
  'مرحبا بالعالم',
  '你好，什么时候发货？',
  '<script>alert(1)</script>',
  `"><img src=x onerror=alert(1)>`,
  `'; drop table message; --`,
  '{{constructor.constructor("return 1")()}}',
  '../../../etc/passwd',
  '%00%2e%2e%2f',
  '=HYPERLINK("http://evil.example")',
  '__proto__',
  'constructor',
  'x'.repeat(10_001),
  '\r\nset-cookie: a=b',
  '-1',
  '1e309',
  'null',
] as const

const nastyNumbers = [
  0,
  -1,
  1,
  -0,
  1.5,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  1e308,
] as const

/** Anything at all that JSON can carry. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], { a: { b: [null] } }),
  fc.constantFrom<unknown>(...nastyTexts, ...nastyNumbers),
  fc.jsonValue(),
)

/** How numbers of rows are chosen: those that exist, mostly. */
export type Known = Readonly<Record<string, readonly (number | string)[]>>

/** Input that fits the schema or is at its edges, with broken pieces in between; `known` fills fields by name. */
export function inputFor(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  const fitting = valueFor(json, known, '')
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 3, arbitrary: broken(fitting) })
}

/** One field of an object is replaced by anything, left out, or joined by one that nobody knows. */
function broken(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(fitting, fc.nat(), anything, fc.constantFrom('replace', 'remove', 'add', 'whole'))
    .map(([value, at, other, how]) => {
      if (how === 'whole' || typeof value !== 'object' || value === null || Array.isArray(value)) return other
      const entries = Object.entries(value)
      const name = entries[at % Math.max(1, entries.length)]?.[0] ?? 'id'
      if (how === 'add') return { ...value, [`${name}_`]: other, isOwner: true }
      const rest = Object.fromEntries(entries.filter(([key]) => key !== name))
      return how === 'remove' ? rest : { ...rest, [name]: other }
    })
}

function valueFor(json: Json, known: Known, name: string): fc.Arbitrary<unknown> {
  const variants = (json.anyOf ?? json.oneOf) as Json[] | undefined
  if (variants) return fc.oneof(...variants.map((variant) => valueFor(variant, known, name)))
  if (json.const !== undefined) return fc.constant(json.const)
  if (Array.isArray(json.enum)) return fc.constantFrom(...json.enum)
  const rows = known[name.replace(/Ids$/, 'Id')]
  switch (json.type) {
    case 'object':
      return objectFor(json, known)
    case 'array': {
      const items = valueFor((json.items as Json) ?? {}, known, name)
      return fc.array(items, { minLength: Number(json.minItems ?? 0), maxLength: 3 })
    }
    case 'integer':
    case 'number':
      return numberFor(json, rows)
    case 'string':
      return textFor(json, rows)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return rows ? fc.constantFrom(...rows) : anything
  }
}

function objectFor(json: Json, known: Known): fc.Arbitrary<unknown> {
  const properties = (json.properties ?? {}) as Record<string, Json>
  const required = new Set((json.required ?? []) as string[])
  const fields = Object.entries(properties).map(([name, property]) => {
    const value = valueFor(property, known, name)
    return [name, required.has(name) ? value : fc.option(value, { nil: undefined })] as const
  })
  const fixed = fc.record(Object.fromEntries(fields))
  if (typeof json.additionalProperties !== 'object') return fixed
  const free = valueFor(json.additionalProperties as Json, known, '')
  const names = fc.constantFrom('zh-CN', 'en', 'k1', '__proto__', '\u0000', 'ключ', '\ud800')
  return fc.tuple(fixed, fc.dictionary(names, free, { maxKeys: 3 })).map(([a, b]) => ({ ...a, ...b }))
}

function numberFor(json: Json, rows: readonly (number | string)[] | undefined): fc.Arbitrary<unknown> {
  const least = Math.max(Number(json.minimum ?? json.exclusiveMinimum ?? -1000), -1e15)
  const most = Math.min(Number(json.maximum ?? json.exclusiveMaximum ?? 1e15), 1e15)
  const edges = fc.constantFrom<unknown>(least, most, ...nastyNumbers)
  const small = fc.integer({ min: Math.ceil(Math.max(least, -100)), max: Math.ceil(Math.max(least, 100)) })
  if (!rows) return fc.oneof(small, edges)
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...rows) }, { weight: 1, arbitrary: edges })
}

function textFor(json: Json, rows: readonly (number | string)[] | undefined): fc.Arbitrary<unknown> {
  const pattern = typeof json.pattern === 'string' ? patternText(json) : undefined
  const most = Math.min(Number(json.maxLength ?? 200), 20_000)
  const free = fc.oneof(
    fc.constantFrom<string>(...nastyTexts),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constant('字'.repeat(most)),
    fc.constant('字'.repeat(most + 1)),
  )
  const fitting = rows ? fc.constantFrom(...rows) : (pattern ?? free)
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: free })
}

/** Text that a format or pattern of ours admits. */
function patternText(json: Json): fc.Arbitrary<string> {
  switch (json.format) {
    case 'email':
      return fc.nat(1e9).map((n) => `someone-${n}@shop.example`)
    case 'date-time':
      return fc.constantFrom('2026-01-31T23:59:60Z', '2026-02-28T12:00:00+08:00', '0000-01-01T00:00:00Z')
    default:
      return fc.stringMatching(new RegExp(String(json.pattern)))
  }
}
