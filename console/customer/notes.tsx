import { DeleteOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './customer.module.css'
import type { Customer } from './customer-queries.ts'

/** What colleagues should know of a customer. Deleting an own note can be undone: it is written again. */
export function Notes({ customer, mayWrite }: { customer: Customer; mayWrite: boolean }) {
  const { t } = useTranslation('customer')
  const me = useMe()
  const params = { customerId: customer.id }
  const [text, setText] = useState('')
  const add = useMutation({
    mutationFn: (words: string) => client.customer.addCustomerNote({ params, body: { text: words } }),
    onSuccess: () => {
      setText('')
      return refresh('customer')
    },
  })
  const remove = useMutation({
    mutationFn: (note: { id: number; text: string }) =>
      client.customer.deleteCustomerNote({ params: { ...params, noteId: note.id } }),
    onSuccess: (_done, note) => {
      toast.done(t('noteDeleted'), () => add.mutate(note.text))
      return refresh('customer')
    },
  })
  const submit = () => text.trim() !== '' && !add.isPending && add.mutate(text.trim())
  return (
    <>
      {customer.notes.map((note) => (
        <article key={note.id} className={style.note}>
          <p dir="auto">{note.text}</p>
          <footer>
            <bdi>{note.staffName}</bdi> · <TimeAgo at={note.createdAt} />
            {note.staffId === me.staffId && mayWrite && (
              <Button
                className={style.noteAct}
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('deleteNote')}
                onClick={() => remove.mutate(note)}
              />
            )}
          </footer>
        </article>
      ))}
      {mayWrite && (
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={5000}
          value={text}
          placeholder={t('notePlaceholder')}
          aria-label={t('addNote')}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            if (event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            submit()
          }}
        />
      )}
      {mayWrite && text.trim() !== '' && (
        <Button size="small" loading={add.isPending} onClick={submit} style={{ marginTop: 8 }}>
          {t('addNote')}
        </Button>
      )}
    </>
  )
}
