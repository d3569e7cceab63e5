/** A file that a program writes, so that nobody writes the same thing twice by hand. */
export type Generator = {
  /** The file it writes, from the root. */
  file: string
  /** What it is made from; without it there is nothing to generate. */
  from: string
  /** Answers the whole text of the file. */
  write: (root: string) => Promise<string>
}
