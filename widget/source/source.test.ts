import { expect, test } from 'vitest'
import { campaignOf } from './campaign.ts'

test('the campaign is read from the address', () => {
  const address =
    'https://shop.example/lamp?utm_source=wechat&utm_medium=social&utm_campaign=%E5%8F%8C11&utm_term=&x=1'
  expect(campaignOf(address)).toEqual({ source: 'wechat', medium: 'social', name: '双11' })
  expect(campaignOf('https://shop.example/lamp?color=red#utm_source=no')).toBeUndefined()
  expect(campaignOf(`https://shop.example/?utm_source=${'a'.repeat(500)}`)?.source).toHaveLength(200)
})
