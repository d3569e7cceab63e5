import { expect, test } from 'vitest'
import { chordOf, conflicts, match, shownChord } from './key-map.ts'

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {}) =>
  chordOf({ key, ctrl: false, meta: false, alt: false, shift: false, ...held })

test('a press is written the same way whichever system it comes from', () => {
  expect(press('k', { meta: true })).toBe('mod+k')
  expect(press('K', { ctrl: true })).toBe('mod+k')
  expect(press('?', { shift: true })).toBe('?')
  expect(press('J', { shift: true })).toBe('shift+j')
  expect(press('Enter', { shift: true })).toBe('shift+enter')
})

const map = [
  { keys: 'g i', does: 'inbox' },
  { keys: '/ | mod+k', does: 'search' },
  { keys: 'j', does: 'next' },
]

test('keys pressed one after the other reach their action, and a wrong second key starts anew', () => {
  expect(match(map, '', 'g')).toEqual({ kind: 'wait', pending: 'g' })
  expect(match(map, 'g', 'i')).toMatchObject({ kind: 'run', entry: { does: 'inbox' } })
  expect(match(map, 'g', 'j')).toMatchObject({ kind: 'run', entry: { does: 'next' } })
  expect(match(map, '', 'x')).toEqual({ kind: 'none' })
})

test('each of several ways reaches the same action', () => {
  expect(match(map, '', '/')).toMatchObject({ kind: 'run', entry: { does: 'search' } })
  expect(match(map, '', 'mod+k')).toMatchObject({ kind: 'run', entry: { does: 'search' } })
})

test('the page that came last has its keys for itself', () => {
  const both = [...map, { keys: 'j', does: 'nextMessage' }]
  expect(match(both, '', 'j')).toMatchObject({ kind: 'run', entry: { does: 'nextMessage' } })
})

test('keys that collide or hide each other are found', () => {
  expect(conflicts(map)).toEqual([])
  expect(conflicts([...map, { keys: 'g', does: 'lost' }])).toHaveLength(1)
  expect(conflicts([...map, { keys: 'mod+k', does: 'link' }])).toHaveLength(1)
})

test('keys are shown as they stand on the keyboard', () => {
  expect(shownChord('mod+k', true)).toBe('⌘ K')
  expect(shownChord('mod+k', false)).toBe('Ctrl K')
  expect(shownChord('shift+enter', false)).toBe('Shift ↵')
})
