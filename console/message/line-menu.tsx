import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '../../domain/message/endpoints.ts'
import { client } from '../shell/api.ts'
import { toast } from '../shell/toast.tsx'
import { copyText } from '../ui/copy-field.tsx'
import style from './thread.module.css'
import { mayTakeBack } from './thread-items.ts'
import { putLines } from './thread-queries.ts'

/** What can be done with one line: copy it, take it back. */
export function LineMenu({ line, staffId }: { line: MessageView; staffId: number }) {
  const { t } = useTranslation('message')
  const [recallable, setRecallable] = useState(false)
  const items = [
    {
      key: 'copy',
      label: t('copy'),
      disabled: line.text === '',
      onClick: () => void copy(line.text, t('copied')),
    },
    ...(recallable
      ? [{ key: 'recall', label: t('recall'), danger: true, onClick: () => void recall(line) }]
      : []),
  ]
  return (
    <Dropdown
      menu={{ items }}
      trigger={['click']}
      onOpenChange={(open) => open && setRecallable(mayTakeBack(line, staffId, Date.now()))}
    >
      <Button
        className={style.menu}
        type="text"
        size="small"
        icon={<EllipsisOutlined />}
        aria-label={t('lineMenu')}
      />
    </Dropdown>
  )
}

async function copy(text: string, said: string): Promise<void> {
  if (await copyText(text)) toast.done(said)
}

/** Takes an own message back; the thread shows it at once. */
export async function recall(line: MessageView): Promise<void> {
  try {
    await client.message.recallMessage({ params: { messageId: line.id } })
    putLines(line.conversationId, [{ ...line, text: '', files: [], recalledAt: new Date().toISOString() }])
  } catch (error) {
    toast.refused(error)
  }
}
