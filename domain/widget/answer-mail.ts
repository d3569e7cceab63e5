/** Minutes that an answer waits to be read in the window before it goes out by mail. */
export const answerMailAfterMinutes = 3

interface AnswerMailWords {
  readonly subject: (shop: string) => string
  readonly opening: (shop: string) => string
  readonly files: (count: number) => string
  readonly link: string
  readonly footer: string
}

const words: Readonly<Record<'zh' | 'en', AnswerMailWords>> = {
  zh: {
    subject: (shop) => `${shop}回复了您的咨询`,
    opening: (shop) => `您好，您离开后，${shop}的客服回复如下：`,
    files: (count) => `（另有 ${count} 个附件，请打开对话查看）`,
    link: '打开对话并回复',
    footer: '链接七天内有效，仅供您本人使用，请勿转发。请勿直接回复本邮件。',
  },
  en: {
    subject: (shop) => `${shop} has answered you`,
    opening: (shop) => `Hello. After you left, ${shop} wrote:`,
    files: (count) => `(${count === 1 ? 'One file is' : `${count} files are`} attached in the conversation.)`,
    link: 'Open the conversation and reply',
    footer:
      'The link works for seven days and is for you alone: please do not pass it on. Please do not reply to this mail.',
  },
}

/** The words of an answer mail: Chinese for customers who write Chinese, English for all others. */
export function answerMailWords(language: string | null): AnswerMailWords {
  return language?.startsWith('zh') ? words.zh : words.en
}
