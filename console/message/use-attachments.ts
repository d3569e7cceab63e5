import { useCallback, useRef, useState } from 'react'
import type { FileView } from '../../domain/file/endpoints.ts'
import { newKey } from '../shell/api.ts'
import { UploadRefused, upload } from './upload.ts'

/** A file beside the words that are being written. `share` is how much of it has gone up, 0 to 1. */
export interface Attachment {
  key: string
  name: string
  size: number
  share: number
  stored: FileView | null
  failure: string | null
}

/** The most files a message carries. */
const most = 10

/** Files chosen, pasted or dropped: they go up at once, while the person goes on writing. */
export function useAttachments() {
  const [attachments, setAttachments] = useState<readonly Attachment[]>([])
  const cancels = useRef(new Map<string, () => void>())
  const change = useCallback((key: string, to: Partial<Attachment>) => {
    setAttachments((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))
  }, [])
  const start = useCallback(
    (file: File): Attachment => {
      const key = newKey()
      const { done, cancel } = upload(file, (share) => change(key, { share }))
      cancels.current.set(key, cancel)
      done
        .then((stored) => change(key, { stored, share: 1 }))
        .catch((error: unknown) =>
          change(key, { failure: error instanceof UploadRefused ? error.code : 'internal' }),
        )
        .finally(() => cancels.current.delete(key))
      return { key, name: file.name, size: file.size, share: 0, stored: null, failure: null }
    },
    [change],
  )
  const add = useCallback(
    (files: readonly File[]) => {
      const room = most - attachments.length
      const started = files.slice(0, Math.max(0, room)).map(start)
      if (started.length > 0) setAttachments((all) => [...all, ...started])
      return files.length <= room
    },
    [attachments.length, start],
  )
  const remove = useCallback((key: string) => {
    cancels.current.get(key)?.()
    setAttachments((all) => all.filter((one) => one.key !== key))
  }, [])
  const clear = useCallback(() => setAttachments([]), [])
  return { attachments, add, remove, clear }
}
