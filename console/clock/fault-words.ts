import { faultText } from '../shell/refusal-text.ts'

/** The sentence for a fault that was found here, by its code. */
export function faultWords(code: string): string {
  return faultText({ path: '', code, message: code })
}
