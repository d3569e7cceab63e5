import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileKinds } from './kinds.ts'
import { cleanName, fileNameHeader, fileNameMaxLength } from './name.ts'

const { png, txt, jpeg } = fileKinds

test.each([
  ['photo.png', png, 'photo.png'],
  ['照片 1.PNG', png, '照片 1.png'],
  ['../../etc/passwd', txt, 'passwd.txt'],
  ['C:\\Users\\me\\photo.png', png, 'photo.png'],
  ['photo\u202Egnp.exe', png, 'photognp.exe.png'],
  ['a\0b\r\nc.png', png, 'abc.png'],
  ['page.html', txt, 'page.html.txt'],
  ['photo.png', jpeg, 'photo.png.jpg'],
  ['.htaccess', txt, 'htaccess.txt'],
  ['', png, 'file.png'],
  ['.png', png, 'png.png'],
  ['a<b>:"c|?*.txt', txt, 'a_b___c___.txt'],
])('%j of its kind is kept as the name it can have', (name, kind, expected) => {
  expect(cleanName(name, kind)).toBe(expected)
})

test('whatever it is called, a name is one line, short, without a path, and ends as its bytes are', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(...Object.values(fileKinds)),
      (name, kind) => {
        const kept = cleanName(name, kind)
        expect(kept.length).toBeLessThanOrEqual(fileNameMaxLength)
        expect(kept).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect(kept.startsWith('.')).toBe(false)
        expect(kind.extensions.some((extension) => kept.endsWith(`.${extension}`))).toBe(true)
        expect(cleanName(kept, kind)).toBe(kept)
      },
    ),
  )
})

test('the header carries any name, and nothing but the name', () => {
  expect(fileNameHeader('attachment', "Ann's 照片.png")).toBe(
    `attachment; filename="Ann's __.png"; filename*=UTF-8''Ann%27s%20%E7%85%A7%E7%89%87.png`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(fileNameHeader('inline', cleanName(name, png))).toMatch(
        /^inline; filename="[^"\\%\p{Cc}]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/u,
      )
    }),
  )
})
