import { Button, Form, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import { BrandItem } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { CannedReply } from './canned-reply.ts'
import { unknownVariables, variables } from './variables.ts'

interface Values {
  brandId: number
  shared: boolean
  shortcut: string
  text: Localized
}

interface CannedReplySheetProps {
  reply: CannedReply | undefined
  making: boolean
  brandId: number | undefined
  /** Whether a new one is shared unless said otherwise. */
  shared: boolean
  onClose: () => void
}

/** Makes or changes a canned reply. */
export function CannedReplySheet({ reply, making, brandId, shared, onClose }: CannedReplySheetProps) {
  const { t } = useTranslation(['canned-reply', 'shell'])
  const mayShare = useMay('canned_reply.share')
  const mayKeepOwn = useMay('conversation.reply')
  const save = async (values: Values) => {
    const { shortcut, text } = values
    if (reply)
      await client.cannedReply.updateCannedReply({
        params: { cannedReplyId: reply.id },
        body: { shortcut, text },
      })
    else await client.cannedReply.createCannedReply({ body: { ...values, shared: values.shared ?? false } })
    await refresh('cannedReply')
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<Values>
      key={reply?.id ?? `new ${brandId ?? 0}`}
      open={making || reply !== undefined}
      title={reply ? `/${reply.shortcut}` : t('create')}
      initial={reply ?? { shared: mayShare && (shared || !mayKeepOwn), ...(brandId ? { brandId } : {}) }}
      onSave={save}
      onClose={onClose}
      blame={{ shortcut_taken: ['shortcut'], sharing_not_allowed: ['shared'] }}
      width={560}
      aside={reply && <DeleteReply reply={reply} onDone={onClose} />}
    >
      {!reply && <BrandItem />}
      {!reply && (
        <Form.Item name="shared" label={t('for')} hidden={!mayShare || !mayKeepOwn}>
          <Segmented
            options={[
              { value: true as never, label: t('forAll') },
              { value: false as never, label: t('forMe') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="shortcut"
        label={t('shortcut')}
        extra={t('shortcutHint')}
        rules={[{ required: true, pattern: /^[\p{L}\p{N}_-]{1,40}$/u, message: t('shell:fault.shortcut') }]}
      >
        <Input prefix="/" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('text')}
        rules={[localizedRule(t('shell:fault.localized_empty')), { validator: known }]}
      >
        <LocalizedField multiline />
      </Form.Item>
      <VariablesHelp />
    </SideSheetForm>
  )

  function known(_rule: unknown, value?: Localized): Promise<void> {
    const names = Object.values(value ?? {}).flatMap(unknownVariables)
    return names.length === 0
      ? Promise.resolve()
      : Promise.reject(new Error(t('unknownVariable', { names: names.join(', ') })))
  }
}

function VariablesHelp() {
  const { t } = useTranslation('canned-reply')
  return (
    <section style={{ marginBottom: 24, padding: '12px 16px', borderRadius: 8, background: 'var(--sunken)' }}>
      <h2 style={{ fontSize: 14, fontWeight: 500 }}>{t('variables')}</h2>
      <p style={{ color: 'var(--quiet)', fontSize: 13 }}>{t('variablesHint')}</p>
      <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 12px', margin: '8px 0 0' }}>
        {variables.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd style={{ margin: 0, color: 'var(--quiet)' }}>{t(`variable.${nameOf(name)}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function nameOf(variable: (typeof variables)[number]) {
  return variable.split('.')[0] as 'customer' | 'agent' | 'shop' | 'order'
}

function DeleteReply({ reply, onDone }: { reply: CannedReply; onDone: () => void }) {
  const { t } = useTranslation('shell')
  const remove = async () => {
    try {
      await client.cannedReply.deleteCannedReply({ params: { cannedReplyId: reply.id } })
    } catch (error) {
      toast.refused(error)
      return
    }
    onDone()
    await refresh('cannedReply')
    toast.done(t('deletedDone', { name: `/${reply.shortcut}` }), again)
  }
  const again = async () => {
    const { brandId, shortcut, text, ownerId } = reply
    await client.cannedReply.createCannedReply({
      body: { brandId, shortcut, text, shared: ownerId === null },
    })
    await refresh('cannedReply')
  }
  return (
    <Button danger onClick={() => void remove()}>
      {t('delete')}
    </Button>
  )
}
