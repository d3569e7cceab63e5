import type { FileView } from '../../domain/file/endpoints.ts'
import type { Word } from '../language/en.ts'
import { wordForCode } from '../language/words.ts'
import { Refused } from '../wire/call.ts'

/** A file beside the composer, on its way to the server or there. */
export interface Upload {
  readonly id: number
  readonly name: string
  readonly size: number
  /** Shows a picture before it is sent. */
  readonly picture: string | null
  /** 0 to 1. */
  readonly share: number
  readonly view: FileView | null
  readonly fault: Word | null
  /** Whether trying again makes sense. */
  readonly mendable: boolean
  readonly file: Blob & { name?: string }
  readonly stop: AbortController
}

/** As many as one message takes. */
export const filesPerMessage = 10

let count = 0

/** What is wrong with a file before it is sent, so that nobody waits for a refusal. */
export function faultOf(file: { size: number }, limit: number): Word | null {
  if (file.size === 0) return 'fileEmpty'
  return file.size > limit ? 'fileTooLarge' : null
}

export function newUpload(file: File, limit: number): Upload {
  const fault = faultOf(file, limit)
  const shown = /^image\/(png|jpe?g|gif|webp|avif)$/.test(file.type) && !fault
  return {
    id: ++count,
    name: file.name || 'file',
    size: file.size,
    picture: shown ? URL.createObjectURL(file) : null,
    share: 0,
    view: null,
    fault,
    mendable: false,
    file,
    stop: new AbortController(),
  }
}

/** What became of an upload that did not go through. */
export function failedUpload(error: unknown): Pick<Upload, 'fault' | 'mendable'> {
  if (!(error instanceof Refused)) throw error
  const fault = wordForCode(error.code, 'uploadFailed')
  return fault.startsWith('error') || fault === 'uploadFailed'
    ? { fault: 'uploadFailed', mendable: true }
    : { fault, mendable: false }
}
