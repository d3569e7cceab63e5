/** One thing that is not in order: where it is, and a sentence that says what to do about it. */
export type Fault = {
  /** Path from the root of the repository, when the fault belongs to one file. */
  file?: string
  /** Line in that file, counted from 1. */
  line?: number
  message: string
}

/**
 * A check reads the tree under `root` and answers every fault it finds.
 * It throws only when it could not look (a tool that is missing, a file that cannot be read).
 */
export type Check = (root: string) => Fault[] | Promise<Fault[]>

/** Writes a fault as one line that editors and terminals can jump to: `file:line: message`. */
export function faultLine(fault: Fault): string {
  if (!fault.file) return fault.message
  return `${fault.file}${fault.line ? `:${fault.line}` : ''}: ${fault.message}`
}
