/** `../brand/words.en.ts` with its texts becomes the namespace `brand`. */
export function byFolder(modules: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(modules).map(([path, words]) => [path.split('/').at(-2) ?? path, words]),
  )
}
