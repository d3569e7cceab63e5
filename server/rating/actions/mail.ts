import { ratingMailWords } from '../../../domain/rating/rating-mail.ts'
import { randomToken } from '../../platform/auth/random-token.ts'
import { addJob } from '../../platform/jobs/jobs.ts'
import { writeLetter } from '../../platform/mail/letter.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { type Platform, system, transact } from '../../platform/work.ts'
import { findLinkToMail, keepToken, markMailed, takeMailDue } from '../store/mail.ts'

/** Hands on a mail for each invitation whose card has waited long enough in the window. */
export async function handOnDueRatingMails(platform: Platform): Promise<void> {
  if (!platform.config.smtpUrl) return
  await transact(platform, system, async (work) => {
    for (const ratingId of await takeMailDue(work.tx, work.now, 50)) {
      await addJob(work.tx, 'mail_rating', { ratingId })
    }
  })
}

/**
 * Mails the link to rate, once, to a customer who has left: what they read or said meanwhile makes it needless.
 * The token is made as the mail is sent, so that no job holds it.
 */
export async function mailRating(platform: Platform, mail: Mail, ratingId: number): Promise<void> {
  const { publicUrl } = platform.config
  const toMail = publicUrl ? await findLinkToMail(platform.kysely, ratingId, platform.now()) : null
  if (!toMail) return
  const { token, hash } = randomToken()
  await keepToken(platform.kysely, ratingId, hash)
  const words = ratingMailWords(toMail.language)
  const letter = writeLetter({
    language: toMail.language ?? 'en',
    paragraphs: [words.opening(toMail.shopName)],
    link: { label: words.link, address: `${publicUrl}/rate#token=${token}` },
    footer: words.footer,
  })
  await mail.send({ to: toMail.email, subject: words.subject(toMail.shopName), ...letter })
  await markMailed(platform.kysely, ratingId, platform.now())
}
