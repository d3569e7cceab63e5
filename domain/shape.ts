import { z } from 'zod'

/** A row's number; read as a JavaScript number. */
export const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
/** The same in an address or a query string. */
export const idParam = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
/** What a customer can hold: 128 random bits, 32 hexadecimal digits. */
export const publicId = z.string().regex(/^[0-9a-f]{32}$/, 'public_id')
/** A moment, ISO 8601 with zone, UTC on the wire. */
export const moment = z.iso.datetime({ offset: true })
/** The same as a bound that is searched by: the database knows no year 0. */
export const momentParam = moment.refine((text) => !text.startsWith('0000'), 'invalid_format')
/** A place in the event log: `epoch.transaction.event`; opaque to clients. */
export const position = z.string().regex(/^\d{1,18}\.\d{1,19}\.\d{1,19}$/, 'position')
/** A client's own key for one write; repeating it repeats nothing. */
export const writeKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'write_key')
/** Opaque place in a list; pass it back for the next page. */
export const cursor = z.string().max(200)

/** Control characters other than tab and line feed (NUL among them) never reach the database. */
const forbidden = /(?![\t\n])\p{Cc}/gu

/** Text a person typed: line ends made equal, control characters (NUL too) dropped, broken surrogates replaced. */
export function typedText(max: number) {
  return z
    .string()
    .max(max)
    .overwrite((text) => text.replace(/\r\n?/g, '\n').replace(forbidden, '').toWellFormed())
}

/** A name or title: one line, trimmed, not empty. */
export function line(max = 200) {
  return typedText(max)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine((text) => text !== '', 'line_empty')
}

export const emailAddress = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase())
/** `#rrggbb`. */
export const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'colour')
export const timeZone = z.string().max(64).refine(isTimeZone, 'time_zone')

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Nothing to say but that it is done. */
export const done = z.object({ done: z.literal(true) })
