/** States of a transfer; all but the first are ends. */
export const transferStates = ['offered', 'accepted', 'declined', 'returned', 'withdrawn'] as const
export type TransferState = (typeof transferStates)[number]

export const transferCommands = ['accept', 'decline', 'withdraw'] as const
export type TransferCommand = (typeof transferCommands)[number]

interface Row {
  readonly commands: Readonly<Partial<Record<TransferCommand | 'settle', TransferState>>>
  /** The state once the time to accept is over. */
  readonly onTimeout: TransferState | null
}

/**
 * The table of a transfer (转接): until somebody accepts, the sender keeps the conversation. `settle` is what
 * happens when the conversation moves or ends otherwise meanwhile.
 */
export const transferTable: Readonly<Record<TransferState, Row>> = {
  offered: {
    commands: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', settle: 'withdrawn' },
    onTimeout: 'returned',
  },
  accepted: { commands: {}, onTimeout: null },
  declined: { commands: {}, onTimeout: null },
  returned: { commands: {}, onTimeout: null },
  withdrawn: { commands: {}, onTimeout: null },
}

/** The state after a command, or null where the table has no such row. */
export function nextTransferState(state: TransferState, command: TransferCommand): TransferState | null {
  return transferTable[state].commands[command] ?? null
}

/** Whether a conversation's transfer of this number (1 is the first) goes to the duty lead. */
export function goesToLead(number: number, leadFromTransfer: number): boolean {
  return number >= leadFromTransfer
}
