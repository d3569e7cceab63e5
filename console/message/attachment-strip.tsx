import { CloseOutlined, FileOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import style from './composer.module.css'
import { sizeText } from './file-size.ts'
import type { Attachment } from './use-attachments.ts'

/** Files that will go with the message, with how far they have come. */
export function AttachmentStrip({
  attachments,
  onRemove,
}: {
  attachments: readonly Attachment[]
  onRemove: (key: string) => void
}) {
  const { t, i18n } = useTranslation('message')
  if (attachments.length === 0) return null
  return (
    <ul className={style.strip}>
      {attachments.map((one) => (
        <li key={one.key} className={style.attachment} data-failed={one.failure !== null}>
          {one.stored?.width ? (
            <img src={`/api/files/${one.stored.id}?preview=1`} alt="" className={style.thumb} />
          ) : (
            <FileOutlined aria-hidden />
          )}
          <span className={style.attachmentName}>
            <bdi>{one.name}</bdi>
            <small>{one.failure ? failureText(one.failure) : sizeText(one.size, i18n.language)}</small>
          </span>
          {!one.stored && !one.failure && (
            <Progress
              type="circle"
              size={18}
              percent={Math.round(one.share * 100)}
              aria-label={t('uploading', { name: one.name })}
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('removeFile', { name: one.name })}
            onClick={() => onRemove(one.key)}
          />
        </li>
      ))}
    </ul>
  )
}

function failureText(code: string): string {
  const key = `shell:refusal.${code}`
  return i18next.exists(key)
    ? i18next.t(key as 'shell:refusal.internal')
    : i18next.t('shell:refusal.internal')
}
