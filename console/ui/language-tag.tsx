import { Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

/** Chinese is told apart by its script, as readers do. */
const scripts: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' }

/** The name of a language in the viewer's own: `zh-CN` is 简体中文 or "Simplified Chinese". Unknown tags stay. */
export function languageName(tag: string, viewerLanguage: string): string {
  try {
    return new Intl.DisplayNames([viewerLanguage], { type: 'language' }).of(scripts[tag] ?? tag) ?? tag
  } catch {
    return tag
  }
}

/** A language as a small mark, its name on hover. */
export function LanguageTag({ tag }: { tag: string }) {
  const { i18n } = useTranslation('shell')
  return (
    <Tooltip title={languageName(tag, i18n.language)}>
      <Tag style={{ marginInlineEnd: 4 }}>{tag}</Tag>
    </Tooltip>
  )
}
