import type { Config } from '../config.ts'
import { addJob, type JobHandlers } from '../jobs/jobs.ts'
import type { Tx } from '../work.ts'

/** One mail to one person. */
export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Mail {
  /** Whether a mail server is set (`SMTP_URL`). */
  readonly configured: boolean
  /** Hands the mail to the server; throws when it does not take it. Call it from a job, which tries again. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Outgoing mail as the configuration says. Nothing is loaded or connected before the first mail. */
export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mail {
  let opened: ReturnType<typeof openTransport> | undefined
  return {
    configured: config.smtpUrl !== undefined,
    send: async (mail) => {
      if (!config.smtpUrl) throw new Error('No mail server is set: set SMTP_URL and MAIL_FROM.')
      opened ??= openTransport(config.smtpUrl)
      const transport = await opened
      await transport.sendMail({ ...mail, from: config.mailFrom, headers: { ...mail.headers, ...automatic } })
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}

/** Keeps out-of-office replies away (RFC 3834). */
const automatic = { 'Auto-Submitted': 'auto-generated' }

async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Has a mail sent once the transaction is committed; tried again for some hours. Not for mails with secret links. */
export async function sendMailLater(tx: Tx, mail: OutgoingMail): Promise<void> {
  await addJob(tx, 'send_mail', mail, { attempts: 12 })
}

/** The handler of what `sendMailLater` hands on. */
export function mailJobs(mail: Mail): JobHandlers {
  return { send_mail: (outgoing: OutgoingMail) => mail.send(outgoing) }
}
