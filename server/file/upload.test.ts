import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileView } from '../../domain/file/endpoints.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

const limit = 400_000
let app: TestApp
let visitor: Caller

beforeAll(async () => {
  app = await testApp({ config: { filesMaxBytes: limit } })
  visitor = await app.visitor()
})
afterAll(() => app.close())

type Bytes = string | Uint8Array<ArrayBuffer> | ReadableStream
interface Answer {
  status: number
  file: FileView
  error: { code: string; data: Record<string, unknown> }
}

async function upload(bytes: Bytes, name = 'file', who: Caller = app.owner, type?: string): Promise<Answer> {
  const path = who.headers.authorization ? '/api/widget/files' : '/api/files'
  const answer = await fetch(`${app.url}${path}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...who.headers, ...(type ? { 'content-type': type } : {}) },
    body: bytes,
    ...(bytes instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  })
  const body = (await answer.json()) as FileView & Pick<Answer, 'error'>
  return { status: answer.status, file: body, error: body.error }
}

async function picture(
  width: number,
  height: number,
  format: 'png' | 'jpeg',
): Promise<Uint8Array<ArrayBuffer>> {
  const blank = sharp({
    create: { width, height, channels: 3, background: '#ffffff' },
    limitInputPixels: false,
  })
  return Uint8Array.from(await (format === 'png' ? blank.png() : blank.jpeg()).toBuffer())
}

/** Everything that lies in the folder of files, but folders. */
async function stored(): Promise<string[]> {
  const found = await readdir(join(app.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

test('a picture comes back as it was sent, with its measures, and as a small preview', async () => {
  const bytes = await picture(1200, 600, 'png')
  const { file } = await upload(bytes, '照片.png')
  expect(file).toMatchObject({ name: '照片.png', mediaType: 'image/png', width: 1200, height: 600 })
  const whole = await fetch(`${app.url}/api/files/${file.id}`)
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
  const preview = await fetch(`${app.url}/api/files/${file.id}?preview=1`)
  expect(preview.headers.get('content-type')).toBe('image/webp')
  const small = await sharp(Buffer.from(await preview.arrayBuffer())).metadata()
  expect([small.width, small.height]).toEqual([640, 320])
})

test('a preview tells nothing of where a photo was taken, and stands upright', async () => {
  const photo = await sharp(await picture(300, 100, 'jpeg'))
    .withExif({ IFD0: { Orientation: '6' }, IFD3: { GPSLatitude: '31/1 13/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { file } = await upload(Uint8Array.from(photo), 'photo.jpg')
  expect([file.width, file.height]).toEqual([100, 300])
  const preview = await fetch(`${app.url}/api/files/${file.id}?preview=1`)
  const small = await sharp(Buffer.from(await preview.arrayBuffer())).metadata()
  expect(small.exif).toBeUndefined()
  expect([small.width, small.height]).toEqual([100, 300])
})

test.each([
  ['a page named as a picture', '<html><script>alert(1)</script></html>', 'photo.png'],
  ['a drawing with script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'logo.svg'],
  ['a drawing named as a picture', '<?xml version="1.0"?><svg/>', 'logo.png'],
  ['a page that is a PDF too', '<!doctype html>%PDF-1.4', 'paper.pdf'],
  ['a page hidden in the head of a picture', 'GIF89a/*<html>*/=1;//', 'tiny.gif'],
  ['a Windows program', 'MZ\x90\0\x03\0\0\0', 'invoice.pdf'],
  ['an archive without a directory', 'PK\x03\x04........', 'a.zip'],
])('%s is refused and leaves nothing behind', async (_, bytes, name) => {
  const before = await stored()
  for (const who of [app.owner, visitor]) {
    for (const type of ['image/png', 'text/plain', 'application/json', undefined]) {
      expect(await upload(bytes, name, who, type)).toMatchObject({
        status: 415,
        error: { code: 'file_kind_refused' },
      })
    }
  }
  expect(await stored()).toEqual(before)
})

test('a picture that ends too early is refused', async () => {
  for (const format of ['png', 'jpeg'] as const) {
    const noise = sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#ffffff',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
    const whole = await noise.toFormat(format).toBuffer()
    const cut = Uint8Array.from(whole.subarray(0, whole.length / 2))
    expect((await upload(cut, `a.${format}`)).error.code, format).toBe('file_kind_refused')
  }
})

test('a small file that unfolds to 60 megapixels is refused before it is unfolded', async () => {
  const { status, error } = await upload(await picture(10_000, 6_000, 'png'), 'huge.png')
  expect({ status, code: error.code }).toEqual({ status: 422, code: 'picture_too_large' })
})

test('an archive is kept as it is, however much it would unpack to', async () => {
  const bomb = await zipOf('zeros.bin', 50_000_000)
  expect(bomb.length).toBeLessThan(limit)
  const { file } = await upload(bomb, 'zeros.zip')
  expect(file).toMatchObject({ mediaType: 'application/zip', size: bomb.length, width: null })
})

test('one byte over the limit is refused, announced or not, with the limit in the answer', async () => {
  const text = 'a'.repeat(limit)
  expect((await upload(text, 'full.txt')).file.size).toBe(limit)
  const before = await stored()
  for (const bytes of [`${text}a`, new Blob([`${text}a`]).stream()]) {
    expect(await upload(bytes, 'over.txt')).toMatchObject({
      status: 413,
      error: { code: 'file_too_large', data: { limit: limit } },
    })
  }
  expect(await stored()).toEqual(before)
})

test('an upload that breaks off leaves nothing behind', async () => {
  const before = await stored()
  const sending = request(`${app.url}/api/files?name=half.txt`, {
    method: 'POST',
    headers: { ...app.owner.headers, 'content-length': '1000' },
  })
  const broken = new Promise((resolve) => sending.on('error', resolve))
  sending.write('half of it')
  await expect.poll(stored).toHaveLength(before.length + 1)
  sending.destroy()
  await broken
  await expect.poll(stored).toEqual(before)
})

test('an empty file is refused', async () => {
  expect(await upload('', 'empty.txt')).toMatchObject({ status: 422, error: { code: 'file_empty' } })
})

test('a text file is stored byte for byte, whatever type it is sent as', async () => {
  const bytes = Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3, 0x0a])
  for (const type of ['text/plain', 'application/json', 'text/html']) {
    const { file } = await upload(bytes, '../../etc/note.txt', visitor, type)
    expect(file).toMatchObject({ name: 'note.txt', mediaType: 'text/plain', size: 5 })
    const path = join(app.config.dataDir, 'files', file.id.slice(0, 2), file.id)
    expect(new Uint8Array(await readFile(path))).toEqual(bytes)
  }
})

test('a browser that opens a file keeps it, sniffs nothing and runs nothing', async () => {
  const { file } = await upload('<b>'.padStart(10, 'x'), 'x"; a=\u202E页.txt', visitor)
  const answer = await fetch(`${app.url}/api/files/${file.id}`)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/plain',
    'content-disposition': `attachment; filename="x_; a=_.txt"; filename*=UTF-8''x_%3B%20a%3D%E9%A1%B5.txt`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'private, max-age=31536000, immutable',
  })
  expect((await fetch(`${app.url}/api/files/${file.id}?preview=1`)).status).toBe(404)
  const head = await fetch(`${app.url}/api/files/${file.id}`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '10'])
})

test('a part of a file is answered to a player that asks for it', async () => {
  const { file } = await upload('0123456789', 'digits.txt')
  const part = async (range: string) => {
    const answer = await fetch(`${app.url}/api/files/${file.id}`, { headers: { range } })
    return [answer.status, answer.headers.get('content-range'), await answer.text()]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
})

/** An archive with one entry of so many zeros, squeezed. */
async function zipOf(name: string, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const squeezed = await new Response(
    new Blob([new Uint8Array(length)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).bytes()
  const sizes = Buffer.alloc(20)
  sizes.writeUInt16LE(20, 0)
  sizes.writeUInt16LE(8, 4)
  const numbers = Buffer.alloc(14)
  numbers.writeUInt32LE(squeezed.length, 4)
  numbers.writeUInt32LE(length, 8)
  numbers.writeUInt16LE(name.length, 12)
  const common = Buffer.concat([sizes.subarray(0, 10), numbers])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.alloc(2), Buffer.from(name)])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, Buffer.alloc(16), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length + squeezed.length, 16)
  return Uint8Array.from(Buffer.concat([local, squeezed, entry, end]))
}
