import { App, Button } from 'antd'
import i18next from 'i18next'
import { useEffect } from 'react'
import { type RefusalText, refusalText } from './refusal-text.ts'

type Apis = ReturnType<typeof App.useApp>

let apis: Apis | undefined

/** Short messages at the edge of the screen, in the theme and language of the console. */
export const toast = { done, refused, warn }

/** Says that something was done, with a way to take it back while the message stands (six seconds). */
function done(text: string, undo?: () => unknown): void {
  if (!apis) return
  const { message } = apis
  const key = `done-${text}`
  const close = () => message.destroy(key)
  const content = undo ? <Undoable text={text} undo={undo} close={close} /> : text
  message.open({ key, type: 'success', content, duration: undo ? 6 : 2.5 })
}

function Undoable({ text, undo, close }: { text: string; undo: () => unknown; close: () => void }) {
  const run = () => {
    close()
    undo()
  }
  return (
    <span>
      {text}
      <Button type="link" size="small" onClick={run}>
        {i18next.t('shell:undo')}
      </Button>
    </span>
  )
}

/** Says what was refused and what to do now; for errors of our own, with the number to tell the administrator. */
function refused(error: unknown): void {
  if (!apis) return
  const text: RefusalText = refusalText(error)
  apis.message.open({ key: `refused-${text.code}`, type: 'error', content: text.sentence, duration: 5 })
}

function warn(text: string): void {
  apis?.message.open({ key: `warn-${text}`, type: 'warning', content: text, duration: 5 })
}

/** Stands once inside antd's `App` and lends the toasts its theme. */
export function ToastRoot() {
  const here = App.useApp()
  useEffect(() => {
    apis = here
  }, [here])
  return null
}
