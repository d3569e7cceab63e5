/** Words in canned replies that are filled in from the conversation. */
export const variables = ['customer.name', 'agent.name', 'shop.name', 'order.number'] as const

/** The names in a text, of those between double braces, that nobody can fill in. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? '')
  return [...new Set(names.filter((name) => !(variables as readonly string[]).includes(name)))]
}
