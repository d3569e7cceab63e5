import { wordForCode } from '../language/words.ts'
import type { OutboxEntry } from '../outbox/outbox.ts'
import { useEnvironment, useWidget } from './environment.ts'
import { MessageContent } from './MessageContent.tsx'

interface Props {
  entry: OutboxEntry
  joined: boolean
  /** Only the last one says what it waits for. */
  last: boolean
}

/** A message that the server does not have yet, with what may be done about it. */
export function PendingLine({ entry, joined, last }: Props) {
  const { engine, say } = useEnvironment()
  const { line } = useWidget()
  const failed = entry.state === 'failed'
  return (
    <div class={`line mine ${joined ? 'joined' : ''} ${failed ? 'failed' : 'pending'}`}>
      <span class="hidden">{say('you')}:</span>
      <MessageContent text={entry.text} files={entry.files} />
      <div class="meta shown">
        {failed ? (
          <>
            <span class="fault" role="alert">
              {say('failed')} · {say(wordForCode(entry.code ?? ''))}
            </span>
            <span class="pair">
              <button type="button" class="link" onClick={() => engine.retry(entry.key)}>
                {say('tryAgain')}
              </button>
              <button type="button" class="link" onClick={() => engine.discard(entry.key)}>
                {say('discard')}
              </button>
            </span>
          </>
        ) : (
          last && <span>{say(line === 'lost' || !navigator.onLine ? 'waiting' : 'sending')}</span>
        )}
      </div>
    </div>
  )
}
