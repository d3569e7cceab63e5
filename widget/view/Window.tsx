import { useRef } from 'preact/hooks'
import { shopText } from '../language/language.ts'
import { wordForCode } from '../language/words.ts'
import { openTalk } from '../talk/talks.ts'
import { AskForm } from './AskForm.tsx'
import { useAttachments } from './attachments.ts'
import { Composer } from './Composer.tsx'
import { useEnvironment, useMedia, useWidget } from './environment.ts'
import { useFileDrop } from './file-drop.ts'
import { useFocusKept, useFocusReturned, useWindowKeys } from './focus.ts'
import { CloseIcon, MuteIcon, SoundIcon } from './icons.tsx'
import { QueueStrip } from './QueueStrip.tsx'
import { Thread } from './Thread.tsx'
import { useViewport } from './viewport.ts'

/** The window: who answers, the messages, and the place to write. */
export function Window() {
  const { engine, say, language, page } = useEnvironment()
  const { settings, asking, line, refusal, talks, shopTypes, sound } = useWidget()
  const frame = useRef<HTMLDivElement>(null)
  const phone = useMedia('(max-width: 480px), (max-height: 420px)') && !page
  const attachments = useAttachments()
  const over = useFileDrop(frame, attachments.takesFiles && !asking, attachments.attach)
  useViewport(frame, phone)
  useFocusKept(frame, phone)
  useFocusReturned(frame)
  useWindowKeys(frame, page ? null : engine.close)

  if (!settings) return null
  const title = shopText(settings.title, language) || settings.shopName
  const agent = openTalk(talks)?.info.agentName
  const about = shopTypes ? say('typing') : agent ? say('answers', { name: agent }) : settings.shopName
  const role = page
    ? { role: 'main' as const, 'aria-label': title }
    : { role: 'dialog' as const, 'aria-label': title, 'aria-modal': phone || undefined }
  return (
    <div ref={frame} class={`window ${phone ? 'phone' : ''}`} {...role}>
      <div class="head">
        <div class="who">
          <h2 dir="auto">{title}</h2>
          <p dir="auto">{about}</p>
        </div>
        <button
          type="button"
          class="bare"
          aria-label={say(sound ? 'soundOff' : 'soundOn')}
          title={say(sound ? 'soundOff' : 'soundOn')}
          onClick={() => engine.setSound(!sound)}
        >
          {sound ? <SoundIcon /> : <MuteIcon />}
        </button>
        {!page && (
          <button
            type="button"
            class="bare"
            aria-label={say('close')}
            title={say('close')}
            onClick={engine.close}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      <div role="status">{line === 'lost' && <p class="strip">{say('offline')}</p>}</div>
      <Thread />
      <QueueStrip />
      <div role="alert">
        {refusal && (
          <p class="strip wrong">
            <span>{say(wordForCode(refusal))}</span>
            <button type="button" class="bare" aria-label={say('close')} onClick={engine.dismissRefusal}>
              <CloseIcon />
            </button>
          </p>
        )}
      </div>
      {asking ? <AskForm /> : <Composer attachments={attachments} />}
      {over && <div class="drop">{say('drop')}</div>}
    </div>
  )
}
