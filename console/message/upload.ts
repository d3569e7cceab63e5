import { z } from 'zod'
import { type FileView, fileShape } from '../../domain/file/endpoints.ts'
import { newKey } from '../shell/api.ts'

interface Upload {
  done: Promise<FileView>
  cancel: () => void
}

const refusalShape = z.object({ error: z.object({ code: z.string() }) })

/** Thrown when a file was not taken; `code` is that of the refusal. */
export class UploadRefused extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.name = 'UploadRefused'
    this.code = code
  }
}

/** Sends a file's bytes and tells how far it has come (0 to 1), which `fetch` cannot. */
export function upload(file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<FileView>((resolve, reject) => {
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('idempotency-key', newKey())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new UploadRefused('unreachable'))
    request.onabort = () => reject(new UploadRefused('aborted'))
    request.onload = () => {
      const stored = fileShape.safeParse(request.response)
      if (request.status < 400 && stored.success) return resolve(stored.data)
      const refusal = refusalShape.safeParse(request.response)
      reject(new UploadRefused(refusal.success ? refusal.data.error.code : 'internal'))
    }
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
