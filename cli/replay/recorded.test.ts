import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readRecorded } from './recorded.ts'

const folder = mkdtempSync(join(tmpdir(), 'recorded-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(...lines: string[]): string {
  const file = join(folder, 'talks.jsonl')
  writeFileSync(file, lines.join('\n'))
  return file
}

it('reads talks from where the customer begins, without empty lines', () => {
  const turns = [
    { from: 'agent', text: 'welcome' },
    { from: 'customer', text: 'where is it?' },
    { from: 'agent', text: '  ' },
    { from: 'agent', text: 'On its way.', transfer: true },
  ]
  const [talk] = readRecorded(written(JSON.stringify({ session: 'a', turns }), ''))
  expect(talk?.turns.map((turn) => [turn.from, turn.text, turn.transfer])).toEqual([
    ['customer', 'where is it?', false],
    ['agent', 'On its way.', true],
  ])
})

it('names the line that is no recorded talk', () => {
  expect(() => readRecorded(written('{"session":"a","turns":[]}', '{"turns":3}'))).toThrow(/^Line 2 /)
})
