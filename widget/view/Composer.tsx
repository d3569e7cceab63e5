import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { browserStorage } from '../visit/shelf.ts'
import type { Attachments } from './attachments.ts'
import { EmojiPicker } from './EmojiPicker.tsx'
import { useEnvironment } from './environment.ts'
import { ClipIcon, SendIcon, SmileIcon } from './icons.tsx'
import { UploadChips } from './UploadChips.tsx'

/** Characters in one message, as the server takes them. */
const longest = 10_000
const typingStops = 4000
const draftName = 'shopdesk:draft'

/** Where the visitor writes. Enter sends, Shift+Enter breaks the line. */
export function Composer({ attachments }: { attachments: Attachments }) {
  const { engine, say } = useEnvironment()
  const [text, setText] = useState(() => browserStorage('sessionStorage')?.getItem(draftName) ?? '')
  const [emoji, setEmoji] = useState(false)
  const { uploads, crowded, takesFiles, attach, clear } = attachments
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const stops = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = ''
    if (text !== '') area.style.height = `${Math.min(area.scrollHeight, 140)}px`
  }, [text])
  useEffect(() => browserStorage('sessionStorage')?.setItem(draftName, text), [text])
  useEffect(() => () => clearTimeout(stops.current), [])

  const ready = uploads.all.flatMap(({ view }) => view ?? [])
  const over = text.length - longest
  const blocked = uploads.busy || uploads.all.some(({ fault }) => fault) || over > 0
  const sendable = !blocked && (text.trim() !== '' || ready.length > 0)

  function wrote(next: string) {
    setText(next)
    engine.typing(next !== '')
    clearTimeout(stops.current)
    stops.current = setTimeout(() => engine.typing(false), typingStops)
  }

  function send() {
    if (!sendable) return
    clearTimeout(stops.current)
    engine.typing(false)
    engine.send(text.trim(), ready)
    setText('')
    clear()
    field.current?.focus()
  }

  function pressed(event: KeyboardEvent) {
    // While a Chinese word is being composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  }

  function pasted(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || !takesFiles) return
    event.preventDefault()
    attach(files)
  }

  function insert(one: string) {
    const area = field.current
    const [from, to] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length]
    wrote(text.slice(0, from) + one + text.slice(to))
    setEmoji(false)
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + one.length, from + one.length)
    })
  }

  return (
    <div class="composer">
      <UploadChips uploads={uploads} />
      <p class="fault" role="alert">
        {over > 0 && say('textTooLong', { count: over })}
        {crowded && say('tooManyFiles')}
      </p>
      {emoji && (
        <EmojiPicker
          choose={insert}
          close={() => {
            setEmoji(false)
            field.current?.focus()
          }}
        />
      )}
      <div class="write">
        <textarea
          data-first
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          placeholder={say('write')}
          aria-label={say('write')}
          enterkeyhint="send"
          onInput={(event) => wrote(event.currentTarget.value)}
          onKeyDown={pressed}
          onPaste={pasted}
        />
        <button
          type="button"
          class="bare"
          aria-label={say('emoji')}
          title={say('emoji')}
          aria-expanded={emoji}
          onClick={() => setEmoji(!emoji)}
        >
          <SmileIcon />
        </button>
        {takesFiles && (
          <button
            type="button"
            class="bare"
            aria-label={say('attach')}
            title={say('attach')}
            onClick={() => picker.current?.click()}
          >
            <ClipIcon />
          </button>
        )}
        <button
          type="button"
          class="send"
          aria-label={say('send')}
          title={say('send')}
          aria-disabled={!sendable}
          onClick={send}
        >
          <SendIcon />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            attach([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </div>
  )
}
