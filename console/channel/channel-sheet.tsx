import { LinkOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WebchatSettings } from '../../domain/channel/settings.ts'
import { client } from '../shell/api.ts'
import { useNames } from '../shell/lookups.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import style from './channel.module.css'
import type { Channel } from './channel.ts'
import { SettingsFields } from './settings-fields.tsx'
import { WidgetPreview } from './widget-preview.tsx'

export interface ChannelValues {
  name: string
  settings: WebchatSettings
}

/** The settings of a webchat with a live picture of it, and the script tag. */
export function ChannelSheet({ channel, onClose }: { channel: Channel | undefined; onClose: () => void }) {
  const { t } = useTranslation(['channel', 'shell'])
  const { shops } = useNames()
  const [form] = Form.useForm<ChannelValues>()
  const shop = shops.find(({ id }) => id === channel?.shopId)
  const update = async (channelId: number, body: Partial<ChannelValues> & { archived?: boolean }) => {
    await client.channel.updateChannel({ params: { channelId }, body })
    await refresh('channel')
  }
  const save = async (values: ChannelValues, one: Channel) => {
    await update(one.id, { name: values.name, settings: { ...one.settings, ...values.settings } })
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<ChannelValues>
      key={channel?.id ?? 0}
      open={channel !== undefined}
      title={channel?.name}
      form={form}
      initial={channel ? { name: channel.name, settings: channel.settings } : {}}
      onSave={(values) => (channel ? save(values, channel) : Promise.resolve())}
      onClose={onClose}
      blame={{ channel_name_taken: ['name'] }}
      width={960}
      aside={
        channel && (
          <ArchiveButton
            archived={channel.archived}
            name={channel.name}
            onSet={(archived) => update(channel.id, { archived })}
            onDone={onClose}
          />
        )
      }
    >
      {channel && (
        <div className={style.columns}>
          <div>
            <ScriptTag channel={channel} />
            <NameItem />
            <SettingsFields languages={shop?.languages ?? []} shopColour={shop?.colour} />
          </div>
          <Form.Item noStyle shouldUpdate>
            {() => (
              <WidgetPreview
                settings={(form.getFieldsValue(true) as Partial<ChannelValues>).settings ?? channel.settings}
                shopName={shop?.name ?? ''}
                shopColour={shop?.colour ?? '#2b5cd9'}
                languages={shop?.languages ?? []}
              />
            )}
          </Form.Item>
        </div>
      )}
    </SideSheetForm>
  )
}

function ScriptTag({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channel')
  return (
    <section style={{ marginBottom: 24 }}>
      <h2 style={{ fontSize: 14, fontWeight: 500 }}>{t('tag')}</h2>
      <p style={{ color: 'var(--quiet)', marginBottom: 8 }}>{t('tagHint')}</p>
      <CopyField text={channel.widgetTag} />
      {!channel.archived && (
        <Button
          type="link"
          icon={<LinkOutlined />}
          href={`/talk/${channel.key}`}
          target="_blank"
          rel="noopener"
          style={{ paddingInline: 0 }}
        >
          {t('try')}
        </Button>
      )}
    </section>
  )
}
