import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { refuse } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/event.ts'
import type { FileView } from '../../../domain/file/endpoints.ts'
import { fileKinds, kindOf } from '../../../domain/file/kinds.ts'
import { cleanName } from '../../../domain/file/name.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { type Platform, transact } from '../../platform/work.ts'
import {
  incomingPlace,
  keep,
  placeOf,
  previewOf,
  removeFile,
  TooManyBytes,
  withBytes,
  writeStream,
} from '../disk.ts'
import { checkPicture } from '../picture.ts'
import { insertFile, type Uploader } from '../store.ts'

export interface Upload extends Uploader {
  /** Null while nobody knows to which brand's message it will belong. */
  readonly brandId: number | null
  /** As the sender calls it. */
  readonly name: string
  /** Its length as announced, if it was. */
  readonly announced: number | null
  readonly bytes: Readable
}

/**
 * Stores a file for a message to come. Its kind is told by its bytes. Refuses `file_too_large`, `file_empty`,
 * `file_kind_refused`, `picture_too_large`; what is refused leaves nothing behind.
 */
export async function uploadFile(platform: Platform, actor: Actor, upload: Upload): Promise<FileView> {
  const { dataDir } = platform.config
  const limit = platform.config.filesMaxBytes
  if (upload.announced !== null && upload.announced > limit) throw refuse('file_too_large', { limit })
  const incoming = await incomingPlace(dataDir)
  const incomingPreview = `${incoming}.webp`
  try {
    const size = await receive(upload.bytes, incoming, limit)
    const checked = await check(incoming, incomingPreview, size, upload.name)
    const file = { publicId: randomBytes(16).toString('hex'), size, ...checked }
    if (file.width !== null) await keep(incomingPreview, previewOf(dataDir, file.publicId))
    await keep(incoming, placeOf(dataDir, file.publicId))
    await save(platform, actor, upload, file).catch(async (error: unknown) => {
      await removeFile(dataDir, file.publicId)
      throw error
    })
    const { publicId, name, mediaType, width, height } = file
    return { id: publicId, name, mediaType, size, width, height }
  } finally {
    await rm(incoming, { force: true })
    await rm(incomingPreview, { force: true })
  }
}

async function receive(bytes: Readable, path: string, limit: number): Promise<number> {
  const size = await writeStream(bytes, path, limit).catch((error: unknown) => {
    throw error instanceof TooManyBytes ? refuse('file_too_large', { limit }) : error
  })
  if (size === 0) throw refuse('file_empty')
  return size
}

interface CheckedFile {
  readonly name: string
  readonly mediaType: string
  readonly width: number | null
  readonly height: number | null
}

async function check(path: string, previewPath: string, size: number, name: string): Promise<CheckedFile> {
  const kindName = await withBytes(path, (read) => kindOf(read, size, name))
  if (!kindName) throw refuse('file_kind_refused')
  const kind = fileKinds[kindName]
  const measures = kind.picture ? await checkPicture(path, previewPath) : { width: null, height: null }
  return { name: cleanName(name, kind), mediaType: kind.media, ...measures }
}

async function save(
  platform: Platform,
  actor: Actor,
  upload: Upload,
  file: CheckedFile & { readonly publicId: string; readonly size: number },
): Promise<void> {
  const { brandId, staffId, visitorId } = upload
  await transact(platform, actor, async (work) => {
    const fileId = await insertFile(work.tx, { ...file, brandId, staffId, visitorId }, work.now)
    await appendEvent(work, { name: 'file.uploaded', brandId, data: { fileId }, audience: [] })
  })
}
