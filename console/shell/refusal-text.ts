import i18next from 'i18next'
import { CallRefused } from '../../domain/client.ts'
import type { Fault } from '../../domain/refusal.ts'

export interface RefusalText {
  code: string
  /** What happened and what to do, in the viewer's language. */
  sentence: string
}

/** The sentence for an error, by its code; an unknown code falls back to what the server said. */
export function refusalText(error: unknown): RefusalText {
  if (!(error instanceof CallRefused))
    return { code: 'internal', sentence: i18next.t('shell:refusal.internal') }
  const key = `shell:refusal.${error.code}`
  const sentence = i18next.exists(key)
    ? i18next.t(key as 'shell:refusal.internal', { ...error.data })
    : error.message
  return { code: error.code, sentence }
}

/** The sentence for one fault of an input, by its code. */
export function faultText(fault: Fault): string {
  const key = `shell:fault.${fault.code}`
  return i18next.exists(key) ? i18next.t(key as 'shell:fault.invalid') : i18next.t('shell:fault.invalid')
}
