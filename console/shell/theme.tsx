import { App, theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { type Colours, cssVariables, dark, fontFamily, light, monoFamily } from '../ui/tokens.ts'
import { type AntdLocale, loadLocale } from './antd-locale.ts'
import { type Density, usePreferences } from './preferences.ts'
import { ToastRoot } from './toast.tsx'

/** Gives everything inside its theme, density and antd's own words. */
export function ThemeRoot({ children }: { children: ReactNode }) {
  const { theme, density, language } = usePreferences()
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const isDark = theme === 'dark' || (theme === 'system' && systemDark)
  const [locale, setLocale] = useState<AntdLocale>()
  useEffect(() => {
    void loadLocale(language).then(setLocale)
  }, [language])
  useEffect(() => paint(isDark, density), [isDark, density])
  return (
    <ConfigProvider
      locale={locale}
      theme={antdThemeOf(isDark ? dark : light, isDark, density, still)}
      button={{ autoInsertSpace: false }}
    >
      <App component={false} message={{ maxCount: 3 }}>
        <ToastRoot />
        {children}
      </App>
    </ConfigProvider>
  )
}

function paint(isDark: boolean, density: Density): void {
  const root = document.documentElement
  root.dataset.theme = isDark ? 'dark' : 'light'
  root.dataset.density = density
  root.style.colorScheme = isDark ? 'dark' : 'light'
  for (const [name, value] of Object.entries(cssVariables(isDark ? dark : light)))
    root.style.setProperty(name, value)
}

function antdThemeOf(colours: Colours, isDark: boolean, density: Density, still: boolean): ThemeConfig {
  const looks = isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm
  return {
    algorithm: density === 'compact' ? [looks, antdTheme.compactAlgorithm] : [looks],
    token: {
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorLink: colours.accentText,
      colorText: colours.text,
      colorTextSecondary: colours.quiet,
      colorTextTertiary: colours.quiet,
      colorTextDescription: colours.quiet,
      colorTextPlaceholder: isDark ? '#9ea7b4' : '#646c79',
      colorBgLayout: colours.ground,
      colorBgContainer: colours.surface,
      colorBgElevated: isDark ? '#22262e' : '#ffffff',
      colorBorder: isDark ? '#434a56' : '#cdd2da',
      colorBorderSecondary: colours.line,
      colorError: isDark ? '#ff8a84' : colours.red,
      colorErrorText: colours.red,
      colorSuccess: isDark ? '#3fa86c' : colours.green,
      colorWarning: isDark ? '#e0a03a' : '#b36b00',
      fontFamily,
      fontFamilyCode: monoFamily,
      fontSize: 14,
      lineHeight: 1.57,
      borderRadius: 8,
      motion: !still,
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.12s',
      motionDurationFast: '0.08s',
    },
    components: {
      Button: { defaultHoverColor: colours.accentText, defaultActiveColor: colours.accentText },
      Segmented: { trackBg: isDark ? '#2b303a' : '#e4e8ee', itemSelectedBg: isDark ? '#4a5160' : '#ffffff' },
      Tabs: { itemSelectedColor: colours.accentText, inkBarColor: colours.accentText },
      Tag: { defaultBg: colours.sunken },
      Drawer: { paddingLG: 20 },
      Form: { itemMarginBottom: density === 'compact' ? 16 : 24, verticalLabelPadding: '0 0 4px' },
    },
  }
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}
