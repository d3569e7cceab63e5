/** A short word between processes that need not survive: typing, "look at the log". Never part of the truth. */
export type BusMessage = Readonly<Record<string, unknown>> & { readonly type: string }

export interface Bus {
  /** "The log has grown": wakes the readers here and, coalesced, in the other processes. */
  poke(): void
  /** Tells all processes, this one too. */
  tell(message: BusMessage): void
  onPoke(run: () => void): () => void
  onMessage(run: (message: BusMessage) => void): () => void
  close(): Promise<void>
}
