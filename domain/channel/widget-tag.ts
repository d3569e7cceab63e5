const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The script tag that a shop puts into its pages. `publicUrl` has no slash at the end. */
export function widgetTag(publicUrl: string, channelKey: string): string {
  const source = escapeHtml(`${publicUrl}/widget.js`)
  return `<script async src="${source}" data-channel="${escapeHtml(channelKey)}"></script>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}
