import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widgetTag } from './widget-tag.ts'

test('the tag loads the widget from the public address and names the channel', () => {
  expect(widgetTag('https://help.shop.example', '0123456789abcdef0123456789abcdef')).toBe(
    '<script async src="https://help.shop.example/widget.js" data-channel="0123456789abcdef0123456789abcdef"></script>',
  )
})

test('no address and no key can leave its attribute', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (url, key) => {
      expect(widgetTag(url, key)).toMatch(
        /^<script async src="[^"<>']*\/widget\.js" data-channel="[^"<>']*"><\/script>$/,
      )
    }),
  )
})
