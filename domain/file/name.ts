import type { FileKind } from './kinds.ts'

/** The longest name that is kept, in UTF-16 units. */
export const fileNameMaxLength = 200

/** Control characters, marks that turn the direction of writing, and invisible joints. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * A file's name as it is kept: the last part of a path, without hidden characters and signs that file systems
 * forbid. Where its ending does not belong to the kind, the kind's own is added, so that no name lies about its
 * bytes: `page.html` of plain text becomes `page.html.txt`.
 */
export function cleanName(name: string, kind: FileKind): string {
  const last = name.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(hidden, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const stem = plain === '' ? 'file' : plain
  const ending = stem.match(/\.([^.]+)$/)?.[1]?.toLowerCase()
  const belongs = ending !== undefined && kind.extensions.includes(ending)
  const extension = `.${belongs ? ending : kind.extensions[0]}`
  const bare = belongs ? stem.slice(0, -extension.length) : stem
  return `${bare.slice(0, fileNameMaxLength - extension.length).toWellFormed() || 'file'}${extension}`
}

/**
 * The header that makes a browser keep a file instead of showing it (RFC 6266): a plain name for old readers, and
 * the full one in the form of RFC 5987.
 */
export function fileNameHeader(way: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^ -~]/g, '_').replace(/["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${way}; filename="${plain}"; filename*=UTF-8''${full}`
}
