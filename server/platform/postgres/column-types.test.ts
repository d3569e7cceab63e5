import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wireMoment } from './column-types.ts'

/** As PostgreSQL writes a moment in UTC: no zeros at the end of a fraction, and none at all for a whole second. */
function written(moment: Date): string {
  const text = moment.toISOString().replace('T', ' ').replace('Z', '')
  return `${text.replace(/\.?0+$/, (end) => (end.startsWith('.') || text.includes('.') ? '' : end))}+00`
}

test('a moment reads on the wire as Date writes it, to the millisecond', () => {
  const moments = fc.date({
    min: new Date(0),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, (moment) => {
      expect(wireMoment(written(moment))).toBe(moment.toISOString())
    }),
  )
})

test.each([
  ['2026-11-11 08:00:00+00', '2026-11-11T08:00:00.000Z'],
  ['2026-11-11 08:00:00.1+00', '2026-11-11T08:00:00.100Z'],
  ['2026-11-11 08:00:00.123456+00', '2026-11-11T08:00:00.123Z'],
  ['2026-11-11 16:00:00.5+08', '2026-11-11T08:00:00.500Z'],
])('%s', (text, wire) => {
  expect(wireMoment(text)).toBe(wire)
})
