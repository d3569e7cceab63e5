import { CloseOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import { commonLanguages, languageOptions } from './language-select.tsx'
import { languageName } from './language-tag.tsx'
import style from './localized-field.module.css'

interface LocalizedFieldProps {
  /** Given by antd's form. */
  value?: Localized
  onChange?: (value: Localized) => void
  /** Languages that always have a row, in this order. */
  languages?: readonly string[]
  multiline?: boolean
  id?: string
}

/** Text in several languages, one row for each; rows for other languages can be added. */
export function LocalizedField({
  value = {},
  onChange,
  languages = ['zh-CN', 'en'],
  multiline = false,
  id,
}: LocalizedFieldProps) {
  const { t, i18n } = useTranslation('shell')
  const own = useId()
  const rows = [...new Set([...languages, ...Object.keys(value)])]
  const set = (tag: string, text: string) => onChange?.({ ...value, [tag]: text })
  const remove = (tag: string) =>
    onChange?.(Object.fromEntries(Object.entries(value).filter(([key]) => key !== tag)))
  const free = commonLanguages.filter((tag) => !rows.includes(tag))
  return (
    <div className={style.rows} id={id} tabIndex={-1}>
      {rows.map((tag) => {
        const name = languageName(tag, i18n.language)
        const field = {
          id: `${own}-${tag}`,
          lang: tag,
          value: value[tag] ?? '',
          'aria-label': t('localized.language', { language: name }),
        }
        return (
          <div key={tag} className={style.row}>
            <label htmlFor={field.id} className={style.language}>
              {name}
            </label>
            {multiline ? (
              <Input.TextArea
                {...field}
                autoSize={{ minRows: 2, maxRows: 8 }}
                onChange={(event) => set(tag, event.target.value)}
              />
            ) : (
              <Input {...field} onChange={(event) => set(tag, event.target.value)} />
            )}
            {!languages.includes(tag) && (
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={t('localized.remove', { language: name })}
                onClick={() => remove(tag)}
              />
            )}
          </div>
        )
      })}
      <Select
        size="small"
        variant="borderless"
        style={{ width: 160, justifySelf: 'start', marginInlineStart: -8 }}
        placeholder={t('localized.add')}
        aria-label={t('localized.add')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={220}
        options={languageOptions(free, i18n.language)}
        onChange={(tag: string | null) => tag && set(tag, '')}
      />
    </div>
  )
}
