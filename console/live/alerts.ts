import i18next from 'i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { knownRow } from '../conversation/conversation-cache.ts'
import { askMe } from '../shell/me.ts'
import { queryClient } from '../shell/query-client.ts'
import { type AlertKind, alertFor } from './alert-rule.ts'
import { ring } from './ring.ts'

/** The last line heard of, by conversation; so that one message rings once. */
const heard = new Map<number, number>()

/** Rings and notifies, as the person has set it, for what changed while they look elsewhere. */
export function alertTo(rows: readonly ConversationRow[]): void {
  const me = queryClient.getQueryData(askMe().queryKey)
  if (!me) return
  const alerts = rows.flatMap((row) => {
    const kind = alertFor(row, me.staffId, heard.get(row.id) ?? knownRow(row.id)?.lastSeq)
    heard.set(row.id, row.lastSeq)
    return kind ? [{ row, kind }] : []
  })
  const first = alerts[0]
  if (!first || !document.hidden) return
  if (me.settings.sound) ring()
  if (me.settings.browserNotices) notify(first.row, first.kind)
}

function notify(row: ConversationRow, kind: AlertKind): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const who = row.customerName ?? i18next.t('customer:unnamed')
  const notice = new Notification(i18next.t(`live:${kind}`, { who }), {
    body: row.preview,
    tag: `conversation-${row.id}`,
    lang: i18next.language,
  })
  notice.onclick = () => {
    window.focus()
    window.dispatchEvent(new CustomEvent('shopdesk:open-conversation', { detail: row.id }))
    notice.close()
  }
}
