import { Select, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { languageName } from './language-tag.tsx'

/** Languages offered first; any other tag may be typed where a shop needs it. */
export const commonLanguages = [
  'zh-CN',
  'en',
  'zh-TW',
  'ja',
  'ko',
  'th',
  'vi',
  'id',
  'ms',
  'fil',
  'ru',
  'de',
  'fr',
  'es',
  'pt-BR',
  'pt',
  'it',
  'nl',
  'pl',
  'tr',
  'ar',
  'he',
  'hi',
  'uk',
  'cs',
  'sv',
  'da',
  'fi',
  'nb',
  'el',
  'hu',
  'ro',
] as const

/** Choices for a select: the language in the viewer's words, with its tag. */
export function languageOptions(tags: readonly string[], viewerLanguage: string) {
  return tags.map((tag) => ({ value: tag, label: `${languageName(tag, viewerLanguage)} · ${tag}` }))
}

/** Chooses several languages; the first is the main one. Other tags than the offered can be typed. */
export function LanguageSelect(props: SelectProps<string[]>) {
  const { i18n } = useTranslation('shell')
  return (
    <Select
      mode="tags"
      showSearch={{ optionFilterProp: 'label' }}
      options={languageOptions(commonLanguages, i18n.language)}
      tokenSeparators={[',', ' ']}
      {...props}
    />
  )
}
