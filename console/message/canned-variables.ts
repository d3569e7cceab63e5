/** What a canned reply may name in braces: `{customer}` or `{客户}`. */
export const variableNames = {
  customer: ['customer', 'name', '客户', '买家', '称呼'],
  agent: ['agent', 'me', '客服', '我'],
  shop: ['shop', '店铺', '店名'],
  greeting: ['greeting', '问候'],
} as const

export type VariableKey = keyof typeof variableNames
export type Variables = Readonly<Record<VariableKey, string | null>>

const inBraces = /\{\{?\s*([\p{L}\p{N}_ .-]{1,40}?)\s*\}\}?/gu

const keyOf = new Map<string, VariableKey>(
  (Object.entries(variableNames) as [VariableKey, readonly string[]][]).flatMap(([key, names]) =>
    names.map((name): [string, VariableKey] => [name, key]),
  ),
)

export interface Filled {
  text: string
  /** The names in braces for which nothing is known; they stand in the text as they were. */
  unfilled: string[]
}

/** Puts what is known in the place of names in braces. */
export function fillVariables(text: string, variables: Variables): Filled {
  const unfilled: string[] = []
  const filled = text.replace(inBraces, (whole, name: string) => {
    const key = keyOf.get(name.toLowerCase())
    const value = key ? variables[key] : null
    if (value) return value
    unfilled.push(name)
    return whole
  })
  return { text: filled, unfilled: [...new Set(unfilled)] }
}

/** Names in braces that are left in a text; before sending they are a mistake. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(inBraces)].map((match) => match[1] ?? ''))]
}

/** The part of the day, for a greeting. `hour` 0-23 in the shop's time zone. */
export function dayPart(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour >= 5 && hour < 12) return 'morning'
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
}
