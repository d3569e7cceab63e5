import { MessageFilled, PaperClipOutlined, SendOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WebchatSettings } from '../../domain/channel/settings.ts'
import { inLanguage } from '../../domain/localized.ts'
import style from './channel.module.css'
import { inkOn } from './ink.ts'

interface WidgetPreviewProps {
  settings: WebchatSettings
  shopName: string
  shopColour: string
  languages: readonly string[]
}

/** A picture of the widget as it will look, moving with the form. */
export function WidgetPreview({ settings, shopName, shopColour, languages }: WidgetPreviewProps) {
  const { t, i18n } = useTranslation('channel')
  const offered = [...new Set([...languages, ...Object.keys(settings.title ?? {})])]
  const [chosen, setChosen] = useState<string>()
  const language = chosen ?? offered.find((tag) => tag === i18n.language) ?? offered[0] ?? i18n.language
  const colour = settings.colour ?? shopColour
  const accent = { background: colour, color: inkOn(colour) }
  return (
    <aside className={style.preview} aria-label={t('preview')}>
      <div className={style.previewHead}>
        <span>{t('preview')}</span>
        {offered.length > 1 && (
          <Segmented
            size="small"
            aria-label={t('previewLanguage')}
            value={language}
            onChange={setChosen}
            options={offered.slice(0, 4)}
          />
        )}
      </div>
      <div className={style.page} aria-hidden>
        <div className={style.window}>
          <div className={style.windowHead} style={accent} dir="auto">
            {inLanguage(settings.title ?? {}, language) || shopName}
          </div>
          <div className={style.thread}>
            <p className={style.bubble} dir="auto">
              {inLanguage(settings.greeting ?? {}, language)}
            </p>
          </div>
          <Asked settings={settings} />
          <div className={style.composer}>
            {settings.uploads && <PaperClipOutlined />}
            <span style={{ flex: 1 }}>{t('previewWrite')}</span>
            <SendOutlined style={{ color: colour }} />
          </div>
        </div>
        <span
          className={style.launcher}
          style={{ ...accent, alignSelf: settings.side === 'left' ? 'start' : 'end' }}
        >
          <MessageFilled />
        </span>
      </div>
    </aside>
  )
}

function Asked({ settings }: { settings: WebchatSettings }) {
  const { t } = useTranslation('channel')
  const line = (asked: 'no' | 'optional' | 'required', label: string) =>
    asked === 'no' ? null : (
      <div className={style.asked}>
        {label}
        {asked === 'optional' ? ` (${t('optional')})` : ' *'}
      </div>
    )
  return (
    <>
      {line(settings.askName, t('previewName'))}
      {line(settings.askEmail, t('previewEmail'))}
    </>
  )
}
