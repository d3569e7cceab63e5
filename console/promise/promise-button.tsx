import { CarryOutOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysText, useKeys } from '../shell/keys.tsx'
import { LateSheet } from './late-sheet.tsx'

const keys = 'p'

/** Beside the composer: notes what was just promised. */
export function PromiseButton({ conversation }: { conversation: { id: number; shopId: number } }) {
  const { t } = useTranslation('promise')
  const [open, setOpen] = useState(false)
  useKeys('promise', [{ keys, does: 'make', run: () => setOpen(true) }])
  return (
    <>
      <Tooltip title={`${t('make')} (${keysText(keys)})`} mouseEnterDelay={0.6}>
        <Button
          type="text"
          icon={<CarryOutOutlined />}
          aria-label={t('make')}
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      <LateSheet
        conversationId={conversation.id}
        shopId={conversation.shopId}
        of={open ? 'new' : undefined}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
