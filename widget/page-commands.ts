import type { Engine } from './engine/engine.ts'

/** What the shop's page may call; before the script has loaded it pushes `['open']` or `['identify', token]`. */
export interface PageCommands {
  open(): void
  close(): void
  /** Says who is logged in, with a fresh signed identity. */
  identify(token: string): void
  /** Forgets the visitor in this browser; call it when the customer logs out. */
  reset(): void
  push(...commands: PageCommand[]): void
}
type PageCommand = readonly ['open' | 'close' | 'reset'] | readonly ['identify', string]

declare global {
  var Shopdesk: PageCommands | PageCommand[] | undefined
}

/** Puts the commands on the page, and carries out at once what was asked before. */
export function offerCommands(engine: Engine): void {
  const { open, close, identify, reset } = engine
  const commands = { open, close, identify, reset }
  const push = (...asked: PageCommand[]) => {
    for (const [name, value] of asked) commands[name]?.(value ?? '')
  }
  const before = globalThis.Shopdesk
  globalThis.Shopdesk = { ...commands, push }
  if (Array.isArray(before)) push(...before)
}
