import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useNames } from '../shell/lookups.ts'
import { refresh } from '../shell/query-client.ts'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

interface NewChannelSheetProps {
  open: boolean
  onClose: () => void
  /** Opens the new channel for its settings. */
  onMade: (channelId: number) => void
}

/** Opens another webchat of a shop. */
export function NewChannelSheet({ open, onClose, onMade }: NewChannelSheetProps) {
  const { t } = useTranslation(['channel', 'shell'])
  const { shops } = useNames()
  const offered = shops.filter(({ archived }) => !archived)
  let made: number | undefined
  const save = async (values: { shopId: number; name: string }) => {
    const { channelId } = await client.channel.createChannel({ body: { ...values, kind: 'webchat' } })
    await refresh('channel')
    made = channelId
  }
  return (
    <SideSheetForm<{ shopId: number; name: string }>
      key={offered[0]?.id ?? 0}
      open={open}
      title={t('create')}
      initial={offered.length === 1 && offered[0] ? { shopId: offered[0].id } : {}}
      onSave={save}
      onClose={() => (made === undefined ? onClose() : onMade(made))}
      blame={{ channel_name_taken: ['name'] }}
      saveText={t('shell:create')}
    >
      <Form.Item
        name="shopId"
        label={t('shop')}
        rules={[{ required: true, message: t('shell:fault.required') }]}
      >
        <Select options={offered.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <NameItem />
    </SideSheetForm>
  )
}
