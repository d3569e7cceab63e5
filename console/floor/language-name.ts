/** A language tag in words of the viewer's language: `en` is 英语. What is no tag stays as it is. */
export function languageName(tag: string, viewer: string): string {
  try {
    return new Intl.DisplayNames(viewer, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
