import type { LoggedEvent } from '../../domain/event.ts'
import type { Reader } from '../platform/event-log/reader.ts'
import { detectLanguage } from '../platform/language/detect.ts'
import type { Platform } from '../platform/work.ts'
import { type DetectedLanguage, keepLanguages, textsToDetect } from './actions/language.ts'

/** Notes the language of each customer's message, and of the conversation by its last one. */
export const languageReader: Reader<DetectedLanguage[]> = {
  name: 'language',
  prepare: async (events, platform) => detectAll(platform, events),
  apply: (work, detected) => keepLanguages(work, detected),
}

async function detectAll(platform: Platform, events: readonly LoggedEvent[]): Promise<DetectedLanguage[]> {
  const wanted = events.filter((event) => event.name === 'message.appended' && event.data.by === 'customer')
  const texts = await textsToDetect(
    platform.kysely,
    wanted.map((event) => Number(event.data.messageId)),
  )
  const detected: DetectedLanguage[] = []
  for (const { messageId, conversationId, text } of texts) {
    const language = await detectLanguage(text)
    if (language !== null) detected.push({ messageId, conversationId, language })
  }
  return detected
}
