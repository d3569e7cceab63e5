/** What a mail says: paragraphs, perhaps one link to follow, and a last line in small print. */
export interface Letter {
  readonly language: string
  readonly paragraphs: readonly string[]
  readonly link?: { readonly label: string; readonly address: string }
  readonly footer: string
}

/** A letter as plain text and as simple HTML that every mail program shows. */
export function writeLetter(letter: Letter): { text: string; html: string } {
  const { link } = letter
  const text = [...letter.paragraphs, ...(link ? [`${link.label}\n${link.address}`] : []), letter.footer]
  const html = [
    ...letter.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    link
      ? `<p><a href="${escapeHtml(link.address)}" style="${button}">${escapeHtml(link.label)}</a></p>`
      : '',
    link ? `<p style="${small}">${escapeHtml(link.address)}</p>` : '',
    `<p style="${small}">${escapeHtml(letter.footer)}</p>`,
  ]
  return {
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${escapeHtml(letter.language)}"><body style="${page}">${html.join('')}</body></html>`,
  }
}

const page = 'font:15px/1.6 sans-serif;color:#1f1f1f;max-width:560px;margin:24px auto;padding:0 16px'
const button =
  'display:inline-block;padding:8px 20px;border-radius:6px;background:#1677ff;color:#fff;text-decoration:none'
const small = 'font-size:13px;color:#595959;word-break:break-all'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}
