import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, filledWith, readableOn, textOn } from './contrast.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('text on any colour of any shop reads with at least 4.5', () => {
  fc.assert(fc.property(colour, (any) => contrast(textOn(any), any) >= 4.5))
  fc.assert(
    fc.property(colour, (any) => {
      const { fill, text } = filledWith(any)
      return contrast(fill, text) >= 4.5
    }),
  )
})

test('a pale shop gets black text, a common blue keeps white', () => {
  expect(filledWith('#fff3d6')).toEqual({ fill: '#fff3d6', text: '#000000' })
  expect(filledWith('#1677ff').text).toBe('#ffffff')
})

test('links in the shop’s colour read on light and dark', () => {
  for (const background of ['#ffffff', '#f2f3f5', '#2a2d33'])
    fc.assert(fc.property(colour, (any) => contrast(readableOn(any, background), background) >= 4.5))
})
