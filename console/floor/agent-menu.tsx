import { MoreOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FloorAgent } from '../../domain/floor/endpoints.ts'
import { client } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { patchAgent } from './floor-queries.ts'

type Sent = 'online' | 'paused' | 'offline'

/** What may be done to somebody's presence from each state: end a break, pause, send off, bring back. */
const offered: Record<FloorAgent['state'], readonly Sent[]> = {
  online: ['paused', 'offline'],
  wrap_up: ['online', 'paused', 'offline'],
  paused: ['online', 'offline'],
  break: ['online', 'paused', 'offline'],
  offline: [],
}

/** The verbs of a lead about somebody's presence; shown at once, undone from the toast. */
export function AgentMenu({ agent }: { agent: FloorAgent }) {
  const { t } = useTranslation('floor')
  const may = useMay('presence.manage')
  const send = useSend(agent)
  const verbs = offered[agent.state]
  if (!may || verbs.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: verbs.map((state) => ({
          key: state,
          label: t(state === 'online' && agent.state === 'break' ? 'send.endBreak' : `send.${state}`),
          danger: state === 'offline',
        })),
        onClick: ({ key }) => send(key as Sent),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<MoreOutlined />}
        aria-label={t('send.menu', { name: agent.name })}
      />
    </Dropdown>
  )
}

function useSend(agent: FloorAgent): (state: Sent) => void {
  const { t } = useTranslation('floor')
  const { staffId, name } = agent
  const { mutate } = useMutation({
    mutationFn: (state: Sent) =>
      client.presence.setPresence({ params: { staffId }, body: { state, breakKindId: null } }),
    onMutate: (state) => {
      const now = new Date().toISOString()
      patchAgent(staffId, { state, since: now, until: null, breakName: null })
    },
    onError: () => patchAgent(staffId, agent),
    onSettled: () => refresh('floor'),
  })
  return (state) => {
    const before = agent.state
    const back = before === 'online' || before === 'paused' ? before : 'online'
    mutate(state, {
      onSuccess: () => toast.done(t(`sent.${state}`, { name }), () => mutate(back)),
    })
  }
}
