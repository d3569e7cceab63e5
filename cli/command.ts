/** One command of the command line. */
export interface Command {
  /** How it is written, such as `backup FILE`. */
  usage: string
  sentence: string
  /** Whether these words after the command's name make sense; otherwise the usage is shown. */
  accepts(args: string[]): boolean
  /** Does it; what it throws is shown to the operator as its message. */
  run(args: string[]): Promise<void>
}
