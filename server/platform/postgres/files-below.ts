import { opendir } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths of all plain files below a folder, relative to it; none when there is no such folder. */
export async function* filesBelow(folder: string, inside = ''): AsyncGenerator<string> {
  const entries = await opendir(join(folder, inside)).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!entries) return
  for await (const entry of entries) {
    const path = inside ? `${inside}/${entry.name}` : entry.name
    if (entry.isDirectory()) yield* filesBelow(folder, path)
    else if (entry.isFile()) yield path
  }
}
