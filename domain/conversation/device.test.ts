import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const wechat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50'
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15'
const pad =
  'Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1'
const huawei =
  'Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0 HuaweiBrowser/15.0 Mobile Safari/537.36'

test.each([
  [wechat, { device: 'phone', browser: 'WeChat 8', system: 'iOS 17' }],
  [edge, { device: 'computer', browser: 'Edge 140', system: 'Windows' }],
  [mac, { device: 'computer', browser: 'Safari 18', system: 'macOS' }],
  [pad, { device: 'tablet', browser: 'Safari 12', system: 'iPadOS' }],
  [huawei, { device: 'phone', browser: 'Huawei Browser 15', system: 'HarmonyOS' }],
  ['node', {}],
  ['', {}],
])('device, browser and system are told apart (%#)', (agent, expected) => {
  expect(deviceOf(agent)).toEqual(expected)
})
