import type { RefObject } from 'preact'
import { useEnvironment, useWidget } from './environment.ts'
import { CloseIcon, DownIcon, TalkIcon } from './icons.tsx'

interface Props {
  button: RefObject<HTMLButtonElement | null>
  unread: number
  toggle(): void
}

/** The button that opens the window, with the number of unread messages and the newest one beside it. */
export function Launcher({ button, unread, toggle }: Props) {
  const { engine, say } = useEnvironment()
  const { open, preview } = useWidget()
  const label = open ? say('close') : unread > 0 ? say('openUnread', { count: unread }) : say('open')
  return (
    <div class="corner">
      <div role="status">
        {!open && preview && (
          <div class="preview">
            <button type="button" class="preview-text" onClick={engine.open}>
              <b dir="auto">{preview.name ?? say('shop')}</b>
              <span dir="auto">{preview.text || preview.files[0]?.name}</span>
            </button>
            <button type="button" class="bare" aria-label={say('close')} onClick={engine.dismissPreview}>
              <CloseIcon />
            </button>
          </div>
        )}
      </div>
      <button
        type="button"
        ref={button}
        class="launcher"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={toggle}
      >
        {open ? <DownIcon /> : <TalkIcon />}
        {!open && unread > 0 && (
          <span class="badge" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
    </div>
  )
}
