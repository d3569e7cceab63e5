import type { Proof } from './visit/visits.ts'

/** What the shop's page says by the script tag. */
export interface ScriptTag {
  /** Origin of the server: where the script came from. */
  readonly base: string
  readonly channelKey: string
  readonly proof: Proof
  readonly language: string | undefined
  readonly page: boolean
  readonly theme: 'auto' | 'light' | 'dark'
}

/** Reads the tag; null when it names no channel. */
export function readScriptTag(script: HTMLScriptElement | null): ScriptTag | null {
  const data = script?.dataset
  if (!script || !data?.channel) return null
  const page = data.mode === 'page'
  const { theme } = data
  return {
    base: new URL(script.src, location.href).origin,
    channelKey: data.channel,
    proof: proofOf(data.identity, data.link ?? (page ? linkOfAddress() : undefined)),
    language: data.language,
    page,
    theme: theme === 'auto' || theme === 'dark' || theme === 'light' ? theme : page ? 'auto' : 'light',
  }
}

function proofOf(identity: string | undefined, link: string | undefined): Proof {
  if (identity) return { identity }
  return link ? { link } : {}
}

/** Takes the token of a mailed link out of the address, so that nobody passes it on with the address. */
function linkOfAddress(): string | undefined {
  const link = new URLSearchParams(location.hash.slice(1)).get('link') ?? undefined
  if (link) history.replaceState(history.state, '', location.pathname + location.search)
  return link
}
