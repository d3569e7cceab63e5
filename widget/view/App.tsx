import { useEffect, useRef } from 'preact/hooks'
import { unreadCount } from '../talk/talks.ts'
import { useEnvironment, useMedia, useWidget } from './environment.ts'
import { Launcher } from './Launcher.tsx'
import { Window } from './Window.tsx'

/** The button in the corner and the window above it; on a page of its own, only the window. */
export function App() {
  const { engine, page, theme } = useEnvironment()
  const { settings, open, talks } = useWidget()
  const button = useRef<HTMLButtonElement>(null)
  const dark = useMedia('(prefers-color-scheme: dark)') ? theme !== 'light' : theme === 'dark'
  const wasOpen = useRef(false)

  useEffect(() => {
    if (!open && wasOpen.current) button.current?.focus()
    wasOpen.current = open
  }, [open])

  if (!settings) return null
  const side = settings.side === 'left' ? 'left' : 'right'
  return (
    <div
      class={`root ${dark ? 'dark' : 'light'} ${side} ${page ? 'page' : ''}`}
      style={{ ...settings.colours[dark ? 'dark' : 'light'] }}
    >
      {(open || page) && <Window />}
      {!page && (
        <Launcher button={button} unread={unreadCount(talks)} toggle={open ? engine.close : engine.open} />
      )}
    </div>
  )
}
