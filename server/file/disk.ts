import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ReadBytes } from '../../domain/file/bytes.ts'

/** Where a file lies: `DATA_DIR/files/<first two digits>/<its id>`. */
export function placeOf(dataDir: string, publicId: string): string {
  return join(dataDir, 'files', publicId.slice(0, 2), publicId)
}

/** Where the preview of a picture lies. */
export function previewOf(dataDir: string, publicId: string): string {
  return `${placeOf(dataDir, publicId)}.webp`
}

/** A new place for bytes that are still coming in; nobody finds them there. */
export async function incomingPlace(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'files', 'incoming')
  await mkdir(folder, { recursive: true })
  return join(folder, randomBytes(16).toString('hex'))
}

/** Thrown when more bytes come than are accepted. */
export class TooManyBytes extends Error {}

/** Writes a stream to a new file, on the disk for good when this ends; answers its size. Stops at `most` bytes. */
export async function writeStream(stream: Readable, path: string, most: number): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  try {
    let size = 0
    for await (const chunk of stream) {
      const bytes: Uint8Array = chunk
      size += bytes.length
      if (size > most) throw new TooManyBytes()
      await file.writeFile(bytes)
    }
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

/** Moves a finished file to its place, which holds after a power cut too. */
export async function keep(from: string, to: string): Promise<void> {
  const folder = dirname(to)
  await mkdir(folder, { recursive: true })
  await rename(from, to)
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads parts of a file while `use` runs. */
export async function withBytes<T>(path: string, use: (read: ReadBytes) => Promise<T>): Promise<T> {
  const file = await open(path)
  try {
    return await use((offset, length) => readPart(file, offset, length))
  } finally {
    await file.close()
  }
}

async function readPart(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

/** The size of a file in bytes; null when it is not there. */
export async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  )
}

/** The bytes of a file, or those from `start` to `end` (both included). */
export function readStream(path: string, part?: { start: number; end: number }): Readable {
  return createReadStream(path, part)
}

/** Removes a file and its preview, if they are there. */
export async function removeFile(dataDir: string, publicId: string): Promise<void> {
  await rm(placeOf(dataDir, publicId), { force: true })
  await rm(previewOf(dataDir, publicId), { force: true })
}

/** Removes what came in before this moment and was never finished, as after a crash. */
export async function removeUnfinished(dataDir: string, before: Date): Promise<void> {
  const folder = join(dataDir, 'files', 'incoming')
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtime < before) await rm(path, { force: true })
  }
}
