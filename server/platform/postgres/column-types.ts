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

/** As `pg` reads an array of float8, which is an array of numbers. */
const readNumbers = (text: string): unknown => parserOf(1022, 'text')(text)

function parserOf(oid: number, format: 'text' | 'binary' | undefined): (text: string) => unknown {
  return pg.types.getTypeParser(oid as typeof builtins.INT8, format as 'text')
}
