import pg from 'pg'

const { builtins } = pg.types
const int8Array = 1016

/**
 * How columns arrive: bigint as number (ids and minor units stay far below 2^53), `date` as the text `YYYY-MM-DD`
 * because a day has no time zone, `timestamptz` as Date, the rest as `pg` does it.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === builtins.INT8) return Number
      if (oid === builtins.DATE) return String
      if (oid === int8Array) return readNumbers
    }
    return parserOf(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** The same, but `timestamptz` as the ISO 8601 text that goes over the wire: for lists, which only pass it on. */
export const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === builtins.TIMESTAMPTZ && format !== 'binary'
      ? wireMoment
      : columnTypes.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

/** `2026-11-11 08:00:00.12+00`, as PostgreSQL writes it in UTC, to `2026-11-11T08:00:00.120Z`. */
export function wireMoment(text: string): string {
  if (text.length < 22 || !text.endsWith('+00') || text[10] !== ' ') return new Date(text).toISOString()
  const milliseconds = text.slice(20, Math.min(23, text.length - 3)).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`
}

/** As `pg` reads an array of float8, which is an array of numbers. */
const readNumbers = (text: string): unknown => (text === '{}' ? [] : parserOf(1022, 'text')(text))

function parserOf(oid: number, format: 'text' | 'binary' | undefined): (text: string) => unknown {
  return pg.types.getTypeParser(oid as typeof builtins.INT8, format as 'text')
}
