/** The `sub` of a signed identity, or null when it cannot be read. Nothing is verified: the server does that. */
export function subjectOf(identity: string): string | null {
  try {
    const part = identity.split('.')[1] ?? ''
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown }
    return typeof claims.sub === 'string' && claims.sub !== '' ? claims.sub : null
  } catch {
    return null
  }
}
