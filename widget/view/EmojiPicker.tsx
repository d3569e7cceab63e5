import { useEffect, useRef } from 'preact/hooks'
import { useEnvironment } from './environment.ts'

const emoji = [...'😀😄😁🤣😊🙂😉😍😎🤔😅😢😭😡', ...'👍👎👌🙏👏💪🎉🎁🚚⏰📷✅❌❓']

interface Props {
  choose(emoji: string): void
  close(): void
}

/** A small board of emoji. Arrow keys move, Escape closes. */
export function EmojiPicker({ choose, close }: Props) {
  const { say } = useEnvironment()
  const board = useRef<HTMLFieldSetElement>(null)
  useEffect(() => board.current?.querySelector('button')?.focus(), [])

  function moved(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      return
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key]
    if (!step || !board.current) return
    event.preventDefault()
    const buttons = [...board.current.querySelectorAll('button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }

  return (
    <fieldset ref={board} class="emoji" aria-label={say('emoji')} onKeyDown={moved}>
      {emoji.map((one, index) => (
        <button type="button" key={one} tabIndex={index === 0 ? 0 : -1} onClick={() => choose(one)}>
          {one}
        </button>
      ))}
    </fieldset>
  )
}
