/** What this browser keeps for one channel: named JSON values that all its tabs share. */
export interface Shelf {
  read<T>(name: string): T | undefined
  write(name: string, value: unknown): void
  remove(name: string): void
  names(prefix: string): string[]
  /** Calls back with the name when another tab has changed a value. */
  onChange(listener: (name: string) => void): () => void
}

/** Keeps values in the storage; where the browser refuses that, in memory until the page is left. */
export function openShelf(storage: Storage | undefined, channelKey: string): Shelf {
  const prefix = `shopdesk:${channelKey}:`
  const memory = new Map<string, string>()
  const get = (name: string) => memory.get(name) ?? guarded(() => storage?.getItem(prefix + name)) ?? null
  return {
    read<T>(name: string) {
      const text = get(name)
      return text === null ? undefined : (guarded(() => JSON.parse(text) as T) ?? undefined)
    },
    write(name, value) {
      const text = JSON.stringify(value)
      memory.delete(name)
      const kept = guarded(() => {
        storage?.setItem(prefix + name, text)
        return storage !== undefined
      })
      if (!kept) memory.set(name, text)
    },
    remove(name) {
      memory.delete(name)
      guarded(() => storage?.removeItem(prefix + name))
    },
    names(start) {
      const stored = guarded(() => Object.keys(storage ?? {})) ?? []
      const own = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
      return [...new Set([...own, ...memory.keys()])].filter((name) => name.startsWith(start))
    },
    onChange(listener) {
      const heard = ({ key }: StorageEvent) => {
        if (key?.startsWith(prefix)) listener(key.slice(prefix.length))
      }
      addEventListener('storage', heard)
      return () => removeEventListener('storage', heard)
    },
  }
}

/** The browser's own storage, or undefined where even asking for it is refused. */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  return guarded(() => globalThis[kind]) ?? undefined
}

function guarded<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
