import { answerMailAfterMinutes, answerMailWords } from '../../../domain/widget/answer-mail.ts'
import { addJob } from '../../platform/jobs/jobs.ts'
import { writeLetter } from '../../platform/mail/letter.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { markMailed, noteDue, takeDue, unreadAnswers } from '../store/answer-mail.ts'
import { createBackLink } from './visitor.ts'

/** Answers in these conversations wait a while to be read before they are mailed. */
export async function noteAnswers(work: Work, conversationIds: readonly number[]): Promise<void> {
  if (conversationIds.length === 0 || !work.platform.config.smtpUrl) return
  await noteDue(work.tx, conversationIds, new Date(work.now.getTime() + answerMailAfterMinutes * 60_000))
}

/** Hands on a mail for each conversation whose answers have waited long enough. */
export async function handOnDueAnswers(platform: Platform): Promise<void> {
  if (!platform.config.smtpUrl) return
  await transact(platform, system, async (work) => {
    for (const conversationId of await takeDue(work.tx, work.now, 50)) {
      await addJob(work.tx, 'mail_answers', { conversationId })
    }
  })
}

/**
 * Mails the answers that the customer has not read, with a link back into the talk. What was read meanwhile is
 * not mailed. The link is made as the mail is sent, so that no job holds it.
 */
export async function mailAnswers(platform: Platform, mail: Mail, conversationId: number): Promise<void> {
  const unread = await unreadAnswers(platform.kysely, conversationId)
  if (!unread) return
  const { publicUrl } = platform.config
  const words = answerMailWords(unread.language)
  const link = publicUrl
    ? `${publicUrl}/talk/${unread.channelKey}#link=${await transact(platform, system, (work) => createBackLink(work, unread))}`
    : null
  const letter = writeLetter({
    language: unread.language ?? 'en',
    paragraphs: [
      words.opening(unread.shopName),
      ...unread.texts.filter((text) => text !== ''),
      ...(unread.files > 0 ? [words.files(unread.files)] : []),
    ],
    ...(link ? { link: { label: words.link, address: link } } : {}),
    footer: words.footer,
  })
  await mail.send({ to: unread.email, subject: words.subject(unread.shopName), ...letter })
  await markMailed(platform.kysely, conversationId, unread.lastSeq)
}
