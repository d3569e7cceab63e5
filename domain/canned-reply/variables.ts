/** What a canned reply may name between double braces. */
export const replyVariables = ['customer.name', 'agent.name', 'shop.name', 'order.number'] as const
export type ReplyVariable = (typeof replyVariables)[number]

/** What is known at the moment; missing, null and blank count alike. */
export type ReplyFacts = Readonly<Partial<Record<ReplyVariable, string | null>>>

export interface FilledText {
  readonly text: string
  /** Variables that were named and are not known, each once; they stay in the text as written. */
  readonly missing: readonly ReplyVariable[]
}

const named = /\{\{\s*([a-z.]+)\s*\}\}/g

/**
 * Puts the facts in place of `{{customer.name}}` and its like. Filled-in text is not read again, so a customer
 * named `{{agent.name}}` keeps that name. Unknown names between braces are ordinary text.
 */
export function fillVariables(text: string, facts: ReplyFacts): FilledText {
  const missing = new Set<ReplyVariable>()
  const filled = text.replace(named, (written, name: string) => {
    const variable = replyVariables.find((known) => known === name)
    if (!variable) return written
    const fact = facts[variable]?.trim()
    if (fact) return fact
    missing.add(variable)
    return written
  })
  return { text: filled, missing: [...missing] }
}
