/** The console's languages, each named in itself. */
export const ownNames = { 'zh-CN': '简体中文', en: 'English' } as const
