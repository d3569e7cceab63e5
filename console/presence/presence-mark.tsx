import type { ReactNode } from 'react'
import type { PresenceState } from '../../domain/presence/state.ts'

/** Each state has a shape of its own, so that colour need not tell it. */
const shapes: Record<PresenceState, ReactNode> = {
  online: <circle cx="6" cy="6" r="5" fill="var(--green)" />,
  paused: (
    <>
      <rect x="1.5" y="1" width="3.4" height="10" rx="1" fill="var(--amber)" />
      <rect x="7.1" y="1" width="3.4" height="10" rx="1" fill="var(--amber)" />
    </>
  ),
  break: (
    <>
      <circle cx="6" cy="6" r="4.2" fill="none" stroke="var(--accent-text)" strokeWidth="1.6" />
      <path d="M6 1.8 A4.2 4.2 0 0 1 6 10.2 Z" fill="var(--accent-text)" />
    </>
  ),
  wrap_up: <path d="M6 0.8 L11.2 6 L6 11.2 L0.8 6 Z" fill="var(--accent-text)" />,
  offline: <circle cx="6" cy="6" r="4.2" fill="none" stroke="var(--quiet)" strokeWidth="1.6" />,
}

/** The mark of a state; what it says stands beside it in words. */
export function PresenceMark({ state }: { state: PresenceState }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" style={{ flex: 'none' }}>
      {shapes[state]}
    </svg>
  )
}
