import type { ReadBytes } from './bytes.ts'

/** How far from the end the directory of an archive may begin to be understood. */
const tailLength = 256 * 1024

/** Entries by which office files are told from plain archives. */
const office: readonly (readonly [string, 'docx' | 'xlsx' | 'pptx'])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
]

/** Entries that make an archive a program or an extension. */
const programs =
  /^(META-INF\/MANIFEST\.MF|AndroidManifest\.xml|manifest\.json|Payload\/.*\.app\/.*|.*\.appxmanifest)$/i

/**
 * What kind of archive this is, by the names in its directory (APPNOTE 4.3.12); nothing is unpacked. Null for
 * programs, and where the directory is missing. An office file with macros counts as a plain archive.
 */
export async function zipKind(
  read: ReadBytes,
  size: number,
): Promise<'zip' | 'docx' | 'xlsx' | 'pptx' | null> {
  const tail = await read(Math.max(0, size - tailLength), tailLength)
  if (!findEnd(tail)) return null
  const names = namesIn(tail)
  if (names.some((name) => programs.test(name))) return null
  const isOffice =
    names.includes('[Content_Types].xml') && !names.some((name) => /vbaProject\.bin$/i.test(name))
  const found = office.find(([folder]) => names.some((name) => name.startsWith(folder)))
  return (isOffice && found?.[1]) || 'zip'
}

/** Whether the record that ends an archive is there. */
function findEnd(tail: Uint8Array): boolean {
  for (let at = tail.length - 22; at >= Math.max(0, tail.length - 22 - 0xffff); at--) {
    if (signatureAt(tail, at) === 0x06054b50) return true
  }
  return false
}

/** Names of the entries in the part of the directory that was read. */
function namesIn(tail: Uint8Array): string[] {
  const names: string[] = []
  for (let at = 0; at + 46 <= tail.length; at++) {
    if (signatureAt(tail, at) !== 0x02014b50) continue
    const length = (tail[at + 28] ?? 0) | ((tail[at + 29] ?? 0) << 8)
    names.push(new TextDecoder().decode(tail.subarray(at + 46, at + 46 + length)))
    at += 45
  }
  return names
}

function signatureAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
  return first | (second << 8) | (third << 16) | (fourth << 24)
}
