import { inLanguage, type Localized } from '../../domain/localized.ts'
import { type Letter, writeLetter } from '../platform/mail/letter.ts'

/** What these mails say. `{name}` is the receiver's. */
const texts = {
  resetSubject: { 'zh-CN': '重置您的 Shopdesk 密码', en: 'Reset your Shopdesk password' },
  resetBody: {
    'zh-CN': '{name}，您好：有人请求重置您的密码。请在一小时内打开下面的链接设置新密码，链接只能使用一次。',
    en: 'Hello {name}, somebody asked to reset your password. Open the link below within an hour to set a new one. It works once.',
  },
  resetLabel: { 'zh-CN': '设置新密码', en: 'Set a new password' },
  resetFooter: {
    'zh-CN': '如果不是您本人操作，请忽略此邮件，您的密码不会改变。',
    en: 'If it was not you, ignore this mail: your password stays as it is.',
  },
  invitationSubject: { 'zh-CN': '邀请您加入 Shopdesk', en: 'You are invited to Shopdesk' },
  invitationBody: {
    'zh-CN':
      '{name}，您好：您的同事邀请您加入客服工作台。请在 72 小时内打开下面的链接，设置密码后即可开始使用。',
    en: 'Hello {name}, a colleague invites you to the customer-service desk. Open the link below within 72 hours, choose a password, and you are in.',
  },
  invitationLabel: { 'zh-CN': '接受邀请', en: 'Accept the invitation' },
  invitationFooter: {
    'zh-CN': '如果您不认识邀请人，请忽略此邮件。',
    en: 'If you do not know who invited you, ignore this mail.',
  },
} as const satisfies Record<string, Localized>

export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The mail with a link to set a new password. */
export function resetMail(language: string, name: string, link: string): MailText {
  return mailOf(language, name, link, 'reset')
}

/** The mail with a link to accept an invitation. */
export function invitationMail(language: string, name: string, link: string): MailText {
  return mailOf(language, name, link, 'invitation')
}

function mailOf(language: string, name: string, link: string, kind: 'reset' | 'invitation'): MailText {
  const say = (part: 'Subject' | 'Body' | 'Label' | 'Footer') =>
    inLanguage(texts[`${kind}${part}`], language).replace('{name}', () => name)
  const letter: Letter = {
    language,
    paragraphs: [say('Body')],
    link: { label: say('Label'), address: link },
    footer: say('Footer'),
  }
  return { subject: say('Subject'), ...writeLetter(letter) }
}
