import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { catchUp } from '../message/thread-queries.ts'
import { client, newKey } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { toast } from '../shell/toast.tsx'

/** A note that the customer never sees; the agent who has the talk gets a notice of it. */
export function NoteField({ talk }: { talk: Conversation }) {
  const { t } = useTranslation('floor')
  const me = useMe()
  const [text, setText] = useState('')
  const [key, setKey] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const { assigneeId, assigneeName } = talk
  const label = assigneeName ? t('note.to', { name: assigneeName }) : t('note.toAll')
  const send = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    try {
      const mentions = assigneeId !== null && assigneeId !== me.staffId ? [assigneeId] : []
      await client.message.addNote({ params: { conversationId: talk.id }, body: { key, text, mentions } })
      setText('')
      setKey(newKey())
      void catchUp(talk.id)
    } catch (error) {
      toast.refused(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={10_000}
        value={text}
        aria-label={label}
        placeholder={label}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
        {t('note.send')}
      </Button>
    </>
  )
}
