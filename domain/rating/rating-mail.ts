interface RatingMailWords {
  readonly subject: (shop: string) => string
  readonly opening: (shop: string) => string
  readonly link: string
  readonly footer: string
}

const words: Readonly<Record<'zh' | 'en', RatingMailWords>> = {
  zh: {
    subject: (shop) => `请为${shop}的服务打分`,
    opening: (shop) =>
      `您好，您与${shop}客服的会话已结束。这次服务您还满意吗？只需几秒钟，好评差评我们都想听。`,
    link: '评价这次服务',
    footer: '链接三天内有效，仅供您本人使用，请勿转发。请勿直接回复本邮件。',
  },
  en: {
    subject: (shop) => `How did ${shop} do?`,
    opening: (shop) =>
      `Hello. Your conversation with ${shop} has ended. How was it? It takes a few seconds, and we want to hear the bad as much as the good.`,
    link: 'Rate the conversation',
    footer:
      'The link works for three days and is for you alone: please do not pass it on. Please do not reply to this mail.',
  },
}

/** The words of the mail that invites a rating: Chinese for customers who write Chinese, English for all others. */
export function ratingMailWords(language: string | null): RatingMailWords {
  return language?.startsWith('zh') ? words.zh : words.en
}
