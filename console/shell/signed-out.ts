let listener: (() => void) | undefined

/** Says what happens once the server no longer knows who is signed in. */
export function onSignedOut(run: () => void): void {
  listener = run
}

/** Called when a request was refused because nobody is signed in (any more). */
export function hearSignedOut(): void {
  listener?.()
}
