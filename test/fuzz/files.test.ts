import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRefusals } from '../../domain/errors.ts'
import { type Caller, type TestApp, testApp } from '../support/app.ts'
import { nastyTexts } from './inputs.ts'

let app: TestApp
let visitor: Caller
beforeAll(async () => {
  app = await testApp()
  visitor = await app.visitor()
})
afterAll(() => app.close())

/** Beginnings by which programs tell files, true and half true, and what follows them. */
const heads = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff, 0xe0],
  [...Buffer.from('GIF89a')],
  [...Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ')],
  [...Buffer.from('%PDF-1.7')],
  [...Buffer.from('PK\u0003\u0004')],
  [...Buffer.from('MZ')],
  [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">')],
  [...Buffer.from('<!doctype html><script>alert(1)</script>')],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0, 0, 0, 0x1c, ...Buffer.from('ftypavif')],
  [],
] as const

const bytes = fc
  .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2_000 }))
  .map(([head, rest]) => Buffer.concat([Buffer.from(head), Buffer.from(rest)]))
const names = fc.oneof(
  fc.constantFrom(...nastyTexts.filter((text) => text.length <= 300).map((text) => text.toWellFormed())),
  fc.constantFrom(
    'a.png',
    'a.html',
    '../../a.svg',
    'C:\\a.exe',
    '.htaccess',
    'a.png\u0000.html',
    'x'.repeat(300),
  ),
)

/** Names of everything below the folder of files. */
const stored = () =>
  readdirSync(join(app.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

test('whatever bytes and names come: kept and served harmless, or refused without a trace', async () => {
  await upload('a.txt', Buffer.from('the folder exists'))
  // Limits are for people, not for this test of what a file may hold.
  const forget = () => app.platform.pool.query(`delete from rate_window`)
  await fc.assert(
    fc.asyncProperty(bytes, names, async (content, name) => {
      await forget()
      const before = stored()
      const reply = await upload(name, content)
      const body = (await reply.json()) as { id: string; error: { code: string } }
      expect(reply.status, JSON.stringify(body)).toBeLessThan(500)
      if (reply.status >= 400) {
        expect(Object.keys(allRefusals)).toContain(body.error.code)
        expect(stored()).toEqual(before)
        return
      }
      const file = await fetch(`${app.url}/api/files/${body.id}`)
      expect(file.headers.get('x-content-type-options')).toBe('nosniff')
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; /)
      expect(file.headers.get('content-security-policy')).toMatch(/sandbox/)
      expect(file.headers.get('content-type')).not.toMatch(/html|svg|xml|javascript/)
      expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true)
    }),
    { numRuns: 120, seed: 11, endOnFailure: true },
  )
})

function upload(name: string, content: Buffer): Promise<Response> {
  return fetch(`${app.url}/api/widget/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...visitor.headers, 'content-type': 'image/png' },
    body: new Uint8Array(content),
  })
}
