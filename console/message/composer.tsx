import { LockOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Input, Segmented, Tooltip } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea.js'
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messageMaxLength } from '../../domain/message/endpoints.ts'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { PromiseButton } from '../promise/promise-button.tsx'
import { keysText, useKeys } from '../shell/keys.tsx'
import { useMe } from '../shell/me.ts'
import { toast } from '../shell/toast.tsx'
import { AttachmentStrip } from './attachment-strip.tsx'
import style from './composer.module.css'
import { Doubts } from './doubts.tsx'
import { EmojiButton } from './emoji-button.tsx'
import { FileButton } from './file-button.tsx'
import { mentionedIn, replaceSpan } from './mention.ts'
import { send } from './outbox-store.ts'
import { Picker } from './picker.tsx'
import { doubtsAbout } from './send-check.ts'
import { useAttachments } from './use-attachments.ts'
import { useDraft, useNoteDraft } from './use-draft.ts'
import { useSuggestions } from './use-suggestions.tsx'
import { useTypingSignal } from './use-typing-signal.ts'

type Mode = 'reply' | 'note'

/** Where replies and notes are written. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('message')
  const me = useMe()
  const { id } = conversation
  const mayReply = conversation.commands.includes('staff_replies')
  const [wanted, setMode] = useState<Mode>('reply')
  const mode: Mode = mayReply ? wanted : 'note'
  const reply = useDraft(id, conversation.draft)
  const noteDraft = useNoteDraft(id)
  const [text, setText] = mode === 'reply' ? reply : noteDraft
  const files = useAttachments()
  const area = useRef<TextAreaRef>(null)
  const picked = useRef<{ cannedReplyId: number | null; mentions: { id: number; name: string }[] }>({
    cannedReplyId: null,
    mentions: [],
  })
  const [caret, setCaret] = useState(text.length)
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [dropping, setDropping] = useState(false)
  const listId = useId()
  const typing = useTypingSignal(id, mode === 'note')
  const found = useSuggestions(conversation, text, caret, mode === 'note')
  const offer = found && `${found.kind} ${found.from}` !== dismissed ? found : null
  const doubts = mode === 'reply' ? doubtsAbout(text, conversation, me.staffId) : []
  const uploading = files.attachments.some((one) => !one.stored && !one.failure)
  const stored = files.attachments.flatMap((one) => (one.stored ? [one.stored] : []))
  const ready = (text.trim() !== '' || stored.length > 0) && !uploading && text.length <= messageMaxLength

  const focus = () => area.current?.focus()
  const change = (next: string, at: number) => {
    setText(next)
    setCaret(at)
    setActive(0)
    setAsked(false)
    typing(next.trim() !== '')
    if (!/[/／@＠]/u.test(next)) setDismissed(null)
  }
  /** Puts words in at the caret and leaves the caret behind them. */
  const insert = (from: number, words: string) => {
    const next = replaceSpan(text, from, caret, words)
    change(next.text, next.caret)
    requestAnimationFrame(() => {
      focus()
      area.current?.resizableTextArea?.textArea.setSelectionRange(next.caret, next.caret)
    })
  }
  const pick = (index: number) => {
    const choice = offer?.picked[index]
    if (!offer || !choice) return
    if (choice.cannedReplyId) picked.current.cannedReplyId = choice.cannedReplyId
    if (choice.mention) picked.current.mentions.push(choice.mention)
    insert(offer.from, choice.words)
    setDismissed(`${offer.kind} ${offer.from}`)
  }
  const submit = () => {
    if (uploading) return toast.warn(t('stillUploading'))
    if (!ready) return
    if (doubts.length > 0 && !asked) return setAsked(true)
    send({
      conversationId: id,
      kind: mode === 'note' ? 'note' : 'message',
      text: text.trim(),
      files: stored,
      mentions: mode === 'note' ? mentionedIn(text, picked.current.mentions) : [],
      cannedReplyId: picked.current.cannedReplyId,
    })
    picked.current = { cannedReplyId: null, mentions: [] }
    files.clear()
    change('', 0)
    setDismissed(null)
    focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (offer && walk(event, offer.rows.length)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.currentTarget.blur()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      submit()
    }
  }
  /** Arrows, Enter, Tab and Escape belong to the open list; says whether it took the key. */
  const walk = (event: KeyboardEvent, count: number): boolean => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape' && offer) setDismissed(`${offer.kind} ${offer.from}`)
    else if (count === 0) return false
    else if (by !== 0) setActive((active + by + count) % count)
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') pick(active)
    else return false
    event.preventDefault()
    return true
  }
  const take = (chosen: Iterable<File>) => {
    if (!files.add([...chosen])) toast.warn(t('tooManyFiles'))
    focus()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    take(event.clipboardData.files)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setDropping(false)
    if (event.dataTransfer.files.length > 0) take(event.dataTransfer.files)
  }
  const write = (next: Mode) => {
    setMode(next)
    setAsked(false)
    focus()
  }
  useKeys('message', [
    ...(mayReply ? [{ keys: 'r', does: 'reply', run: () => write('reply') }] : []),
    { keys: 'n', does: 'note', run: () => write('note') },
  ])

  return (
    <section
      className={style.composer}
      data-mode={mode}
      data-dropping={dropping}
      aria-label={t(mode === 'note' ? 'writeNote' : 'writeReply')}
      onDragOver={(event) => {
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={onDrop}
    >
      {offer && (
        <Picker
          id={listId}
          label={t(offer.kind === 'canned' ? 'canned' : 'mentionWhom')}
          rows={offer.rows}
          active={active}
          empty={t(offer.kind === 'canned' ? 'cannedNone' : 'mentionNone')}
          onPick={pick}
          onHover={setActive}
        />
      )}
      <Doubts doubts={doubts} asked={asked} />
      <Input.TextArea
        ref={area}
        className={style.area}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 12 }}
        dir="auto"
        value={text}
        placeholder={t(mode === 'note' ? 'notePlaceholder' : 'replyPlaceholder')}
        aria-label={t(mode === 'note' ? 'writeNote' : 'writeReply')}
        aria-controls={offer ? listId : undefined}
        aria-activedescendant={offer && offer.rows.length > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        onChange={(event) => change(event.target.value, event.target.selectionStart)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => typing(false)}
      />
      <AttachmentStrip attachments={files.attachments} onRemove={files.remove} />
      <div className={style.tools}>
        {mayReply ? (
          <Segmented<Mode>
            size="small"
            value={mode}
            onChange={write}
            aria-label={t('mode')}
            options={[
              { value: 'reply', label: t('reply'), title: `${t('reply')} (${keysText('r')})` },
              {
                value: 'note',
                label: t('note'),
                icon: <LockOutlined />,
                title: `${t('note')} (${keysText('n')})`,
              },
            ]}
          />
        ) : (
          <span className={style.over}>{t('over')}</span>
        )}
        <span className={style.gap} />
        <span className={style.hint}>{t('hint')}</span>
        <TooLong length={text.length} />
        <EmojiButton onPick={(emoji) => insert(caret, emoji)} />
        {mayReply && <PromiseButton conversation={conversation} />}
        <FileButton onChoose={take} />
        <Tooltip
          title={`${t(mode === 'note' ? 'saveNote' : 'send')} (${keysText('enter')})`}
          mouseEnterDelay={0.6}
        >
          <Button
            type="primary"
            icon={mode === 'note' ? <LockOutlined /> : <SendOutlined />}
            disabled={!ready}
            onClick={submit}
          >
            {t(asked && doubts.length > 0 ? 'sendAnyway' : mode === 'note' ? 'saveNote' : 'send')}
          </Button>
        </Tooltip>
      </div>
    </section>
  )
}

function TooLong({ length }: { length: number }) {
  const { t } = useTranslation('message')
  if (length <= messageMaxLength * 0.9) return null
  const left = messageMaxLength - length
  return (
    <span className={style.length} data-over={left < 0}>
      {t(left < 0 ? 'tooLong' : 'left', { count: Math.abs(left) })}
    </span>
  )
}
