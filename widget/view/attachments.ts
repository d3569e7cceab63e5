import { useState } from 'preact/hooks'
import { useWidget } from './environment.ts'
import { type Uploads, useUploads } from './use-uploads.ts'

/** The files of the message being written, however they came: chosen, pasted or dropped. */
export interface Attachments {
  readonly uploads: Uploads
  readonly takesFiles: boolean
  /** Whether more files came than one message takes. */
  readonly crowded: boolean
  attach(files: readonly File[]): void
  clear(): void
}

export function useAttachments(): Attachments {
  const { settings } = useWidget()
  const uploads = useUploads()
  const [crowded, setCrowded] = useState(false)
  const takesFiles = settings?.uploads ?? false
  return {
    uploads,
    takesFiles,
    crowded,
    attach(files) {
      if (takesFiles && files.length > 0) setCrowded(!uploads.add(files, settings?.fileMaxBytes ?? 0))
    },
    clear() {
      uploads.clear()
      setCrowded(false)
    },
  }
}
