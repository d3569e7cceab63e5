import { useState } from 'preact/hooks'
import { wordForCode } from '../language/words.ts'
import { Refused } from '../wire/call.ts'
import { useEnvironment, useWidget } from './environment.ts'
import { MailIcon } from './icons.tsx'
import { isMailAddress } from './mail-address.ts'

const focused = (input: HTMLInputElement | null) => {
  input?.focus()
}

/** Once something is written: the answer by mail as well, where no address is known. */
export function MailOffer({ written }: { written: boolean }) {
  const { engine, say } = useEnvironment()
  const { visit } = useWidget()
  const [step, setStep] = useState<'offer' | 'form' | 'saved'>('offer')
  const [email, setEmail] = useState('')
  const [fault, setFault] = useState<string | null>(null)

  if (step === 'saved')
    return (
      <p class="step" role="status" dir="auto">
        {say('mailSaved', { email })}
      </p>
    )
  if (!written || !visit || visit.email) return null
  if (step === 'offer')
    return (
      <button type="button" class="link offer" onClick={() => setStep('form')}>
        <MailIcon />
        {say('mailOffer')}
      </button>
    )

  async function save(event: Event) {
    event.preventDefault()
    if (!isMailAddress(email)) return setFault(say('emailMissing'))
    try {
      await engine.give({ email: email.trim() })
      setStep('saved')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setFault(say(error.code === 'input_invalid' ? 'emailMissing' : wordForCode(error.code)))
    }
  }

  return (
    <form class="card" noValidate onSubmit={save}>
      <label>
        <span>{say('email')}</span>
        <input
          type="email"
          autocomplete="email"
          dir="ltr"
          value={email}
          aria-invalid={fault !== null}
          aria-describedby="mail-why"
          ref={focused}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <p id="mail-why" class={fault ? 'fault' : 'quiet'} role={fault ? 'alert' : undefined}>
        {fault ?? say('mailWhy')}
      </p>
      <div class="row">
        <button type="button" class="plain" onClick={() => setStep('offer')}>
          {say('cancel')}
        </button>
        <button type="submit" class="main">
          {say('save')}
        </button>
      </div>
    </form>
  )
}
