import { useState } from 'preact/hooks'
import type { Word } from '../language/en.ts'
import { wordForCode } from '../language/words.ts'
import type { Details } from '../visit/visits.ts'
import { Refused } from '../wire/call.ts'
import { useEnvironment, useWidget } from './environment.ts'
import { isMailAddress } from './mail-address.ts'

type Faults = Partial<Record<'name' | 'email' | 'form', Word>>

/** Asks for what the shop wants to know before the first message. */
export function AskForm() {
  const { engine, say } = useEnvironment()
  const { settings, visit } = useWidget()
  const [name, setName] = useState(visit?.name ?? '')
  const [email, setEmail] = useState(visit?.email ?? '')
  const [faults, setFaults] = useState<Faults>({})
  if (!settings) return null
  const { askName, askEmail } = settings

  async function start(event: Event) {
    event.preventDefault()
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot
    const found: Faults = {}
    if (askName === 'required' && name.trim() === '') found.name = 'nameMissing'
    if ((askEmail === 'required' || email.trim()) && !isMailAddress(email)) found.email = 'emailMissing'
    setFaults(found)
    if (found.name || found.email) return
    const details: Details = { name: name.trim() || undefined, email: email.trim() || undefined }
    try {
      await engine.give(details)
      requestAnimationFrame(() => root.querySelector('textarea')?.focus())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setFaults(
        error.code === 'input_invalid' ? { email: 'emailMissing' } : { form: wordForCode(error.code) },
      )
    }
  }

  const label = (word: Word, asked: string) =>
    asked === 'required' ? say(word) : say('optional', { label: say(word) })
  return (
    <form class="ask" noValidate onSubmit={start}>
      <h3>{say('askTitle')}</h3>
      {askName !== 'no' && (
        <label>
          <span>{label('name', askName)}</span>
          <input
            data-first
            autocomplete="name"
            maxLength={100}
            dir="auto"
            value={name}
            required={askName === 'required'}
            aria-invalid={faults.name !== undefined}
            aria-describedby="name-fault"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <span id="name-fault" class="fault" role="alert">
            {faults.name && say(faults.name)}
          </span>
        </label>
      )}
      {askEmail !== 'no' && (
        <label>
          <span>{label('email', askEmail)}</span>
          <input
            data-first
            type="email"
            autocomplete="email"
            maxLength={254}
            dir="ltr"
            value={email}
            required={askEmail === 'required'}
            aria-invalid={faults.email !== undefined}
            aria-describedby="email-fault"
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
          <span id="email-fault" class="fault" role="alert">
            {faults.email && say(faults.email)}
          </span>
        </label>
      )}
      <span class="fault" role="alert">
        {faults.form && say(faults.form)}
      </span>
      <button type="submit" class="main">
        {say('start')}
      </button>
    </form>
  )
}
