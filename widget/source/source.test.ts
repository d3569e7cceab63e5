import { expect, test } from 'vitest'
import { campaignOf } from './campaign.ts'
import { deviceOf } from './device.ts'

test('the campaign is read from the address', () => {
  const address =
    'https://shop.example/lamp?utm_source=wechat&utm_medium=social&utm_campaign=%E5%8F%8C11&utm_term=&x=1'
  expect(campaignOf(address)).toEqual({ source: 'wechat', medium: 'social', name: '双11' })
  expect(campaignOf('https://shop.example/lamp?color=red#utm_source=no')).toBeUndefined()
  expect(campaignOf(`https://shop.example/?utm_source=${'a'.repeat(500)}`)?.source).toHaveLength(200)
})

const wechat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50'
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
const pad =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15'
const huawei =
  'Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0 HuaweiBrowser/15.0 Mobile Safari/537.36'

test.each([
  [wechat, 5, { device: 'phone', browser: 'WeChat 8', system: 'iOS 17' }],
  [edge, 0, { device: 'computer', browser: 'Edge 140', system: 'Windows' }],
  [pad, 5, { device: 'tablet', browser: 'Safari 18', system: 'iPadOS' }],
  [pad, 0, { device: 'computer', browser: 'Safari 18', system: 'macOS' }],
  [huawei, 5, { device: 'phone', browser: 'Huawei Browser 15', system: 'HarmonyOS' }],
  ['', 0, { device: 'computer', browser: undefined, system: undefined }],
])('device, browser and system are told apart (%#)', (agent, touch, expected) => {
  expect(deviceOf(agent, touch)).toEqual(expected)
})
