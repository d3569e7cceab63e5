import type { ReadBytes } from './bytes.ts'
import { looksLikeText } from './text.ts'
import { zipKind } from './zip.ts'

/** A kind of file that is accepted. `media` decides how it is treated, never what its name says. */
export interface FileKind {
  readonly media: string
  /** Extensions that its name may end with; the first is added to a name with another one. */
  readonly extensions: readonly string[]
  /** Pictures that are decoded to be checked and previewed. */
  readonly picture: boolean
}

const kind = (media: string, extensions: readonly string[], picture = false): FileKind => ({
  media,
  extensions,
  picture,
})

/** Every kind that is accepted; SVG, HTML and programs are not among them. */
export const fileKinds = {
  png: kind('image/png', ['png'], true),
  jpeg: kind('image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], true),
  gif: kind('image/gif', ['gif'], true),
  webp: kind('image/webp', ['webp'], true),
  avif: kind('image/avif', ['avif'], true),
  heic: kind('image/heic', ['heic', 'heif']),
  pdf: kind('application/pdf', ['pdf']),
  mp4: kind('video/mp4', ['mp4', 'm4v', '3gp']),
  mov: kind('video/quicktime', ['mov', 'qt']),
  webm: kind('video/webm', ['webm']),
  mp3: kind('audio/mpeg', ['mp3']),
  m4a: kind('audio/mp4', ['m4a', 'm4b']),
  ogg: kind('audio/ogg', ['ogg', 'oga', 'opus']),
  wav: kind('audio/wav', ['wav']),
  amr: kind('audio/amr', ['amr']),
  zip: kind('application/zip', ['zip']),
  docx: kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']),
  xlsx: kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']),
  pptx: kind('application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx', 'ppsx']),
  doc: kind('application/msword', ['doc', 'dot', 'wps']),
  xls: kind('application/vnd.ms-excel', ['xls', 'et']),
  ppt: kind('application/vnd.ms-powerpoint', ['ppt', 'pps', 'dps']),
  txt: kind('text/plain', ['txt', 'log', 'md']),
  csv: kind('text/csv', ['csv', 'tsv']),
} as const satisfies Record<string, FileKind>
export type FileKindName = keyof typeof fileKinds

const headLength = 4096

/**
 * What a file is, by its bytes; null when it is nothing that is accepted. The name only tells a sheet in text
 * (`.csv`) from other text.
 */
export async function kindOf(read: ReadBytes, size: number, name: string): Promise<FileKindName | null> {
  const head = await read(0, headLength)
  const found = signatureOf(head)
  if (found === 'zip') return zipKind(read, size)
  if (found === 'ole') return oleKind(read, head)
  if (found) return found
  if (!looksLikeText(head, head.length < size)) return null
  return fileKinds.csv.extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
    ? 'csv'
    : 'txt'
}

/** Beginnings that files of a kind have; the first that fits decides. */
const signatures: readonly (readonly [FileKindName | 'zip' | 'ole', (head: Uint8Array) => boolean])[] = [
  ['png', (head) => startsWith(head, '\x89PNG\r\n\x1a\n')],
  ['jpeg', (head) => startsWith(head, '\xff\xd8\xff')],
  ['gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
  ['webp', (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)],
  ['wav', (head) => startsWith(head, 'RIFF') && startsWith(head, 'WAVE', 8)],
  ['pdf', (head) => startsWith(head, '%PDF-')],
  ['zip', (head) => startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')],
  ['ole', (head) => startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['avif', (head) => brands(head).some((brand) => brand === 'avif' || brand === 'avis')],
  ['heic', (head) => /^(hei[cxms]|hev[cmxs]|mif1|msf1)$/.test(brands(head)[0] ?? '')],
  ['m4a', (head) => /^M4[AB] $/.test(brands(head)[0] ?? '')],
  ['mov', (head) => brands(head)[0] === 'qt  ' || /^(moov|mdat|wide)$/.test(text(head, 4, 4))],
  [
    'mp4',
    (head) =>
      /^(iso[0-9a-z]|mp4[12]|avc1|M4V[ HP]|MSNV|dash|mmp4|3g[gp2][0-9a-z])$/.test(brands(head)[0] ?? ''),
  ],
  ['webm', (head) => startsWith(head, '\x1a\x45\xdf\xa3') && text(head, 0, 64).includes('webm')],
  ['ogg', (head) => startsWith(head, 'OggS') && /OpusHead|vorbis|Speex|FLAC/.test(text(head, 0, 128))],
  ['amr', (head) => startsWith(head, '#!AMR\n') || startsWith(head, '#!AMR-WB\n')],
  ['mp3', (head) => startsWith(head, 'ID3') || isMp3Frame(head)],
]

function signatureOf(head: Uint8Array): FileKindName | 'zip' | 'ole' | undefined {
  return signatures.find(([, fits]) => fits(head))?.[0]
}

/** Brands of an ISO media file (ISO 14496-12, box `ftyp`): the major one, then the compatible ones. */
function brands(head: Uint8Array): string[] {
  if (!startsWith(head, 'ftyp', 4)) return []
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const end = Math.min(length, head.length, 256)
  const found = [text(head, 8, 4)]
  for (let at = 16; at + 4 <= end; at += 4) found.push(text(head, at, 4))
  return found
}

/** A frame's header of MPEG audio layer III (ISO 11172-3): sync, version, layer, bit rate and sampling rate that exist. */
function isMp3Frame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head
  return (
    first === 0xff &&
    (second & 0xe6) === 0xe2 &&
    (second & 0x18) !== 0x08 &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c
  )
}

/** Streams by which a compound file (MS-CFB) tells that it is a document, a sheet or a presentation. */
const oleStreams: readonly (readonly [string, 'doc' | 'xls' | 'ppt'])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

/** Reads the first sector of the directory; installers and mails are compound files too, and are refused. */
async function oleKind(read: ReadBytes, head: Uint8Array): Promise<'doc' | 'xls' | 'ppt' | null> {
  if (head.length < 512) return null
  const header = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const sectorLength = header.getUint16(30, true) === 12 ? 4096 : 512
  const directory = await read((header.getUint32(48, true) + 1) * sectorLength, Math.max(sectorLength, 2048))
  const names = new Set<string>()
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const letters = directory.subarray(at, at + 64).filter((_, place) => place % 2 === 0)
    names.add(text(letters, 0, 32).replace(/\0.*$/s, ''))
  }
  return oleStreams.find(([stream]) => names.has(stream))?.[1] ?? null
}

function startsWith(bytes: Uint8Array, signature: string, offset = 0): boolean {
  return text(bytes, offset, signature.length) === signature
}

/** Bytes as letters of the same number. */
function text(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}
