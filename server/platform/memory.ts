/** A small young generation: a server's objects die young, and 4 MB of them are collected in a blink. */
const heapFlags = ['--max-semi-space-size=4']
/** Few arenas in the C library: threads that decode pictures and hash passwords else keep what they once took. */
const arenas = { MALLOC_ARENA_MAX: '2' }

/**
 * Runs the program under settings that can only be given at its start: the process replaces itself once, keeping
 * number, input and output. Where the system cannot do that, it goes on as it is. Flags of the operator's own win.
 */
export function takeLittleMemory(): void {
  const flags = heapFlags.filter((flag) => !process.execArgv.includes(flag))
  const own = process.execArgv.some((flag) => flag.startsWith('--max-semi-space-size='))
  if (flags.length === 0 || own || process.platform === 'win32' || !process.execve) return
  const args = [process.execPath, ...process.execArgv, ...flags, ...process.argv.slice(1)]
  process.execve(process.execPath, args, { ...arenas, ...process.env })
}
