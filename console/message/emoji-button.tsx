import { SmileOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './composer.module.css'
import { emojiGroups } from './emoji.ts'

/** Opens the small table of emoji. */
export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation('message')
  const [open, setOpen] = useState(false)
  const content = (
    <div className={style.emojis}>
      {Object.entries(emojiGroups).map(([group, emojis]) => (
        <div key={group} className={style.emojiGroup}>
          {emojis.map((emoji) => (
            <button
              key={emoji}
              type="button"
              onClick={() => {
                setOpen(false)
                onPick(emoji)
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
  return (
    <Popover content={content} trigger="click" open={open} onOpenChange={setOpen} placement="topRight">
      <Button type="text" icon={<SmileOutlined />} aria-label={t('emoji')} />
    </Popover>
  )
}
