import { useRef, useState } from 'preact/hooks'
import { failedUpload, filesPerMessage, newUpload, type Upload } from '../engine/uploads.ts'
import { upload } from '../wire/upload.ts'
import { useEnvironment } from './environment.ts'

/** The files beside the composer. */
export interface Uploads {
  readonly all: readonly Upload[]
  readonly busy: boolean
  /** Takes as many as fit; false when some did not. */
  add(files: readonly File[], limit: number): boolean
  retry(id: number): void
  remove(id: number): void
  clear(): void
}

export function useUploads(): Uploads {
  const { engine, base } = useEnvironment()
  const [all, setAll] = useState<readonly Upload[]>([])
  const held = useRef(all)

  function set(next: readonly Upload[]) {
    held.current = next
    setAll(next)
  }

  function change(id: number, part: Partial<Upload>) {
    set(held.current.map((one) => (one.id === id ? { ...one, ...part } : one)))
  }

  async function run({ id, file, stop }: Upload) {
    try {
      const { token } = await engine.visit()
      const view = await upload(base, token, file, (share) => change(id, { share }), stop.signal)
      change(id, { view, share: 1 })
    } catch (error) {
      change(id, failedUpload(error))
    }
  }

  function drop(gone: readonly Upload[]) {
    for (const { picture } of gone) if (picture) URL.revokeObjectURL(picture)
  }

  return {
    all,
    busy: all.some(({ view, fault }) => !view && !fault),
    add(files, limit) {
      const room = Math.max(0, filesPerMessage - held.current.length)
      const added = files.slice(0, room).map((file) => newUpload(file, limit))
      set([...held.current, ...added])
      for (const one of added) if (!one.fault) run(one)
      return files.length <= room
    },
    retry(id) {
      change(id, { fault: null, share: 0 })
      const found = held.current.find((one) => one.id === id)
      if (found) run(found)
    },
    remove(id) {
      const gone = held.current.filter((one) => one.id === id)
      for (const one of gone) one.stop.abort()
      drop(gone)
      set(held.current.filter((one) => one.id !== id))
    },
    clear() {
      drop(held.current)
      set([])
    },
  }
}
