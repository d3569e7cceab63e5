import type { Readable } from 'node:stream'
import { refuse } from '../../../domain/errors.ts'
import { fileNameHeader } from '../../../domain/file/name.ts'
import { rangeOf } from '../../../domain/file/range.ts'
import type { Tx } from '../../platform/work.ts'
import { accessFile } from '../access.ts'
import { placeOf, previewOf, readStream, sizeOf } from '../disk.ts'

/** What is answered to somebody who reads a file. */
export interface ServedFile {
  readonly status: 200 | 206 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Readable | null
}

/**
 * Headers that keep a stranger's file from acting in our name: never sniffed, sandboxed, yet shown by pages of the
 * shop. Bytes never change, so they may be kept for a year by the reader alone.
 */
const guarded = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'private, max-age=31536000, immutable',
}

/** A file as an attachment, whole or the part that a `Range` header asks for. Refuses `file_not_found`. */
export async function serveFile(
  tx: Tx,
  dataDir: string,
  publicId: string,
  range: string | undefined,
): Promise<ServedFile> {
  const row = await accessFile(tx, publicId)
  const path = placeOf(dataDir, publicId)
  const size = await requireSize(path)
  const headers = {
    ...guarded,
    'content-type': row.media_type,
    'content-disposition': fileNameHeader('attachment', row.name),
    'accept-ranges': 'bytes',
  }
  const part = rangeOf(range, size)
  if (part === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, bytes: null }
  }
  if (!part) {
    return { status: 200, headers: { ...headers, 'content-length': `${size}` }, bytes: readStream(path) }
  }
  const { start, end } = part
  const partial = { 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': `${end - start + 1}` }
  return { status: 206, headers: { ...headers, ...partial }, bytes: readStream(path, part) }
}

/** The preview of a picture, to be shown in place. Refuses `file_not_found`, also for what is no picture. */
export async function servePreview(tx: Tx, dataDir: string, publicId: string): Promise<ServedFile> {
  const row = await accessFile(tx, publicId)
  if (row.width === null) throw refuse('file_not_found')
  const path = previewOf(dataDir, publicId)
  const size = await requireSize(path)
  return {
    status: 200,
    headers: {
      ...guarded,
      'content-type': 'image/webp',
      'content-disposition': fileNameHeader('inline', `${row.name}.webp`),
      'content-length': `${size}`,
    },
    bytes: readStream(path),
  }
}

async function requireSize(path: string): Promise<number> {
  const size = await sizeOf(path)
  if (size === null) throw refuse('file_not_found')
  return size
}
