import type { FileView } from '../../domain/file/endpoints.ts'
import { paths } from '../paths.ts'
import { Refused } from './call.ts'

/** Sends a file's bytes, telling the share that is through (0 to 1). Throws `Refused`. */
export function upload(
  base: string,
  token: string,
  file: Blob & { name?: string },
  sent: (share: number) => void,
  stop: AbortSignal,
): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const { method, path } = paths.file.uploadVisitorFile
    request.open(method, `${base}${path}?name=${encodeURIComponent(file.name ?? 'file')}`)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300 && response) resolve(response as FileView)
      else reject(new Refused(status, response?.error ?? {}))
    }
    request.onerror = () => reject(new Refused(0, {}))
    stop.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
