import type { ConfigProviderProps } from 'antd'
import type { ConsoleLanguage } from '../../domain/localized.ts'

export type AntdLocale = ConfigProviderProps['locale']

/** The words inside antd's own parts (calendar, empty lists, confirmations). */
export async function loadLocale(language: ConsoleLanguage): Promise<AntdLocale> {
  const module = language === 'en' ? import('antd/es/locale/en_US.js') : import('antd/es/locale/zh_CN.js')
  return inside(await module)
}

/** The bundler gives the locale as `default`; types written for Node wrap it once more. */
function inside(module: object): AntdLocale {
  return 'default' in module && typeof module.default === 'object' && module.default !== null
    ? inside(module.default)
    : (module as AntdLocale)
}
