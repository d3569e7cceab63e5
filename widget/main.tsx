import { render } from 'preact'
import { createEngine } from './engine/engine.ts'
import { createStore, firstState } from './engine/state.ts'
import { languageOf, shopText } from './language/language.ts'
import { wordsIn } from './language/words.ts'
import { offerCommands } from './page-commands.ts'
import { readScriptTag, type ScriptTag } from './script-tag.ts'
import { shadowIn } from './shadow.ts'
import { App } from './view/App.tsx'
import { EnvironmentContext } from './view/environment.ts'
import { browserStorage, openShelf } from './visit/shelf.ts'
import { callAt } from './wire/call.ts'

const hostId = 'shopdesk-widget'

async function start({ base, channelKey, proof, language: wanted, page, theme }: ScriptTag) {
  if (document.getElementById(hostId)) return
  const host = document.createElement('div')
  host.id = hostId
  document.body.append(host)

  const shelf = openShelf(browserStorage('localStorage'), channelKey)
  if (proof.link) shelf.write('link', proof.link)
  const kept = page && !proof.identity ? { link: shelf.read<string>('link') } : proof
  const engine = createEngine({
    store: createStore({ ...firstState, open: page }),
    shelf,
    call: callAt(base),
    channelKey,
    socketAddress: `${base.replace(/^http/, 'ws')}/api/widget/socket`,
    proof: kept,
  })
  const language = languageOf([wanted, document.documentElement.lang, navigator.language])
  const environment = { engine, say: wordsIn(language), language, base, page, theme }
  host.lang = language
  render(
    <EnvironmentContext.Provider value={environment}>
      <App />
    </EnvironmentContext.Provider>,
    shadowIn(host),
  )
  if (page && theme === 'auto') document.documentElement.style.colorScheme = 'light dark'
  await engine.start()
  if (page) document.title = shopText(engine.store.get().settings?.title ?? {}, language)
  offerCommands(engine)
}

const tag = readScriptTag(document.currentScript as HTMLScriptElement | null)
if (!tag) console.warn('Shopdesk: the script tag names no channel (data-channel).')
else {
  const go = () => start(tag).catch((error: Error) => console.warn(`Shopdesk: ${error.message}`))
  if (document.body) go()
  else addEventListener('DOMContentLoaded', go)
}
