/** `../brand/words.en.ts` with its texts becomes the namespace `brand`. */
export function byFolder(modules: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(Object.entries(modules).map(([path, words]) => [namespaceOf(path), words]))
}

/** The folder of the words; those beside this file belong to `shell`. */
function namespaceOf(path: string): string {
  const folder = path.split('/').at(-2) ?? ''
  return folder === '.' || folder === '' ? 'shell' : folder
}
