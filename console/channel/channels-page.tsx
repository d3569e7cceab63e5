import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNames } from '../shell/lookups.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { ArchivablePage } from '../ui/archivable-page.tsx'
import { Row } from '../ui/rows.tsx'
import type { Channel } from './channel.ts'
import { ChannelSheet } from './channel-sheet.tsx'
import { NewChannelSheet } from './new-channel-sheet.tsx'

/** The channels of the shops. */
export default function ChannelsPage() {
  const { t } = useTranslation('channel')
  const query = useQuery(ask('channel', 'listChannels'))
  const { shop, shops } = useNames()
  const { open, show, hide } = useOpenRow()
  const channels = query.data?.channels ?? []
  const colourOf = (channel: Channel) =>
    channel.settings.colour ?? shops.find(({ id }) => id === channel.shopId)?.colour ?? 'var(--line)'
  return (
    <ArchivablePage
      title={t('title')}
      hint={t('hint')}
      create={t('create')}
      empty={t('empty')}
      emptyHint={t('emptyHint')}
      query={query}
      rows={channels}
      onCreate={() => show('new')}
      render={(channel) => (
        <Row
          key={channel.id}
          lead={
            <span
              style={{
                width: 12,
                height: 12,
                borderRadius: 4,
                background: colourOf(channel),
                flex: 'none',
              }}
            />
          }
          title={channel.name}
          faded={channel.archived}
          marks={channel.archived && <Tag>{t('closed')}</Tag>}
          detail={[t(`kinds.${channel.kind}`), shop(channel.shopId) ?? ''].join(' · ')}
          onOpen={() => show(channel.id)}
        />
      )}
    >
      <NewChannelSheet open={open === 'new'} onClose={hide} onMade={show} />
      <ChannelSheet channel={channels.find(({ id }) => id === open)} onClose={hide} />
    </ArchivablePage>
  )
}
