import base from './style/base.css?inline'
import composer from './style/composer.css?inline'
import corner from './style/corner.css?inline'
import thread from './style/thread.css?inline'
import frame from './style/window.css?inline'

const css = [base, corner, frame, thread, composer].join('\n')

/** What is typed in the window is no shortcut of the page around it. */
const ownEvents = ['keydown', 'keyup', 'keypress', 'paste', 'drop', 'dragover']

/** A shadow root with our styles, in which the page's styles have no say. */
export function shadowIn(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  for (const name of ownEvents) host.addEventListener(name, (event) => event.stopPropagation())
  return root
}
