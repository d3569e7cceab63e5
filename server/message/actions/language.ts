import type { Tx, Work } from '../../platform/work.ts'
import { setLanguages, textsWithoutLanguage } from '../store/language.ts'

export interface DetectedLanguage {
  readonly messageId: number
  readonly conversationId: number
  /** ISO 639-1. */
  readonly language: string
}

export interface TextToDetect {
  readonly messageId: number
  readonly conversationId: number
  readonly text: string
}

/** Texts of these messages whose language is not known yet. */
export async function textsToDetect(tx: Tx, messageIds: readonly number[]): Promise<TextToDetect[]> {
  return messageIds.length > 0 ? textsWithoutLanguage(tx, messageIds) : []
}

/** Keeps what was detected; the last message decides for the conversation. */
export async function keepLanguages(work: Work, detected: readonly DetectedLanguage[]): Promise<void> {
  if (detected.length > 0) await setLanguages(work.tx, detected)
}
