import { PaperClipOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** Lets the person choose files to go with the message. */
export function FileButton({ onChoose }: { onChoose: (files: Iterable<File>) => void }) {
  const { t } = useTranslation('message')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Tooltip title={t('attach')}>
        <Button
          type="text"
          icon={<PaperClipOutlined />}
          aria-label={t('attach')}
          onClick={() => input.current?.click()}
        />
      </Tooltip>
    </>
  )
}
