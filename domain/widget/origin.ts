/**
 * Whether a page of this origin may show the window. No list means any page; the program's own pages always may;
 * `https://*.shop.example` covers every sub-domain, not `shop.example` itself. A request without an Origin header
 * does not come from a page.
 */
export function originAllowed(allowed: readonly string[], origin: string | undefined, own: string): boolean {
  if (allowed.length === 0 || origin === undefined || origin === own) return true
  const asked = origin.toLowerCase()
  return allowed.some((pattern) => matches(pattern.toLowerCase(), asked))
}

function matches(pattern: string, origin: string): boolean {
  const [scheme = '', rest = ''] = pattern.split('://')
  if (!rest.startsWith('*.')) return pattern === origin
  const prefix = `${scheme}://`
  const suffix = rest.slice(1)
  if (!origin.startsWith(prefix) || !origin.endsWith(suffix)) return false
  return origin.length > prefix.length + suffix.length
}
