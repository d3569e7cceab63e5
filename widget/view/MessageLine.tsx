import { exactTime, relativeTime } from '../language/time.ts'
import type { Line } from '../talk/timeline.ts'
import { useEnvironment, useWidget } from './environment.ts'
import { MessageContent } from './MessageContent.tsx'

interface Props {
  line: Extract<Line, { kind: 'message' }>
  now: number
  showsProgress: boolean
}

/** A message that the server has. */
export function MessageLine({ line, now, showsProgress }: Props) {
  const { engine, say, language } = useEnvironment()
  const { settings } = useWidget()
  const { message, conversation, progress, joined } = line
  const moment = Date.parse(message.createdAt)
  const own = message.by === 'me'

  if (message.recalled) return <p class="step">{say(own ? 'recalledMine' : 'recalledTheirs')}</p>
  if (message.by === 'system')
    return (
      <p class="step" dir="auto">
        {message.text}
      </p>
    )
  const limit = (settings?.recallSeconds ?? 0) * 1000
  const recall = own && message.key && now - moment < limit ? message.key : null
  return (
    <div class={`line ${own ? 'mine' : 'theirs'} ${joined ? 'joined' : ''}`}>
      {!joined && !own && (
        <span class="name" dir="auto">
          {message.name ?? say('shop')}
        </span>
      )}
      {own && <span class="hidden">{say('you')}:</span>}
      <MessageContent text={message.text} files={message.files} />
      <div class={`meta ${showsProgress ? 'shown' : ''}`}>
        <time dateTime={message.createdAt} title={exactTime(moment, language)}>
          {relativeTime(moment, now, language, say)}
        </time>
        {own && progress && showsProgress && <span>{say(progress === 'read' ? 'read' : 'delivered')}</span>}
        {recall && (
          <button type="button" class="link" onClick={() => engine.recall(conversation, message.seq, recall)}>
            {say('recall')}
          </button>
        )}
      </div>
    </div>
  )
}
