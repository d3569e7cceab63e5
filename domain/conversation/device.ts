import type { Source } from './source.ts'

/**
 * What a browser's name for itself (`User-Agent`) gives away; nothing of a program that is no browser. An iPad calls
 * itself a Mac: only the page can tell, by the fingers that the screen feels, and says so itself.
 */
export function deviceOf(agent: string): Pick<Source, 'device' | 'browser' | 'system'> {
  if (!agent.startsWith('Mozilla/')) return {}
  const system = systemOf(agent)
  return { device: kindOf(agent, system), browser: browserOf(agent), system }
}

function systemOf(agent: string): string | undefined {
  if (/iPhone|iPod/.test(agent)) return `iOS${version(agent, /OS (\d+)[_\d]* like Mac/)}`
  if (/iPad/.test(agent)) return 'iPadOS'
  if (/HarmonyOS|OpenHarmony/.test(agent)) return 'HarmonyOS'
  if (/Android/.test(agent)) return `Android${version(agent, /Android (\d+)/)}`
  if (/Windows/.test(agent)) return 'Windows'
  if (/Macintosh|Mac OS X/.test(agent)) return 'macOS'
  if (/CrOS/.test(agent)) return 'ChromeOS'
  return /Linux/.test(agent) ? 'Linux' : undefined
}

function kindOf(agent: string, system: string | undefined): Source['device'] {
  if (system === 'iPadOS' || (/Android/.test(agent) && !/Mobile/.test(agent))) return 'tablet'
  return /Mobile|iPhone|iPod/.test(agent) ? 'phone' : 'computer'
}

/** Those that wear another's name stand first. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['WeChat', /MicroMessenger\/(\d+)/],
  ['Alipay', /AlipayClient\/(\d+)/],
  ['QQ', /\bQQ\/(\d+)/],
  ['QQ Browser', /M?QQBrowser\/(\d+)/],
  ['UC Browser', /UCBrowser\/(\d+)/],
  ['Huawei Browser', /HuaweiBrowser\/(\d+)/],
  ['MIUI Browser', /MiuiBrowser\/(\d+)/],
  ['Samsung Internet', /SamsungBrowser\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
]

function browserOf(agent: string): string | undefined {
  const found = browsers.find(([, pattern]) => pattern.test(agent))
  return found && found[0] + version(agent, found[1])
}

function version(agent: string, pattern: RegExp): string {
  const number = pattern.exec(agent)?.[1]
  return number ? ` ${number}` : ''
}
