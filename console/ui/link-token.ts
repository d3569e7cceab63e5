/**
 * The token of a link that was made for one purpose: `/invite#token=…`, `/invite#…` or `/invite?token=…`.
 * Behind `#` it never reaches a log; both ways are read.
 */
export function tokenOf(hash: string, search: string | undefined): string | undefined {
  const behind = hash.replace(/^#/, '')
  const named = new URLSearchParams(behind).get('token')
  const bare = /^[\w.~-]{16,200}$/.test(behind) ? behind : undefined
  return named || bare || search || undefined
}
