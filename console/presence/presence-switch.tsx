import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Dropdown, type MenuProps, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallRefused } from '../../domain/client.ts'
import type { ChosenState } from '../../domain/presence/transitions.ts'
import { client } from '../shell/api.ts'
import { KeyCaps, keysText, useKeys } from '../shell/keys.tsx'
import { useInLanguage } from '../shell/lookups.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import style from './presence.module.css'
import { PresenceMark } from './presence-mark.tsx'
import { PresenceTime } from './presence-time.tsx'
import { QuotaRefusal, type QuotaUsed } from './quota-refusal.tsx'

const keys = { menu: 'g o', online: 'shift+o', pause: 'shift+p' }

/** The page belongs to the settings, whose addresses are made from a table. */
const handoverPlace: string = '/settings/handover'

/** Says whether one is there, and since when; opens the choice of states and breaks. */
export function PresenceSwitch() {
  const { t } = useTranslation('presence')
  const say = useInLanguage()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<QuotaUsed | null>(null)
  const mine = useQuery({ ...ask('presence', 'getMyPresence'), refetchInterval: 60_000 })
  const kinds = useQuery(ask('presence', 'listBreakKinds')).data?.kinds ?? []
  const presence = mine.data?.presence
  const show = (shown: boolean) => {
    setOpen(shown)
    if (shown) setRefused(null)
  }
  const go = async (state: ChosenState, breakKindId: number | null = null) => {
    try {
      await client.presence.setMyPresence({ body: { state, breakKindId } })
      setOpen(false)
    } catch (error) {
      if (error instanceof CallRefused && error.code === 'break_quota_used') {
        setRefused(error.data as unknown as QuotaUsed)
        setOpen(true)
      } else toast.refused(error)
    }
    await refresh('presence')
  }
  useKeys('shell', [
    { keys: keys.menu, does: 'presence', run: () => show(true) },
    { keys: keys.online, does: 'goOnline', run: () => void go('online') },
    { keys: keys.pause, does: 'pause', run: () => void go('paused') },
  ])
  if (!presence) return null
  const kind = kinds.find(({ id }) => id === presence.breakKindId)
  const word = kind ? say(kind.name) : t(`state.${presence.state}`)
  const line = (state: 'online' | 'paused' | 'offline', caps?: string) => ({
    key: state,
    icon: <PresenceMark state={state} />,
    label: (
      <>
        {t(`state.${state}`)}
        <span className={style.hint}>{t(`means.${state}`)}</span>
      </>
    ),
    ...(caps ? { extra: <KeyCaps keys={caps} /> } : {}),
    onClick: () => void go(state),
  })
  const items: MenuProps['items'] = [
    line('online', keys.online),
    line('paused', keys.pause),
    {
      type: 'group',
      label: t('state.break'),
      children: kinds
        .filter(({ archived }) => !archived)
        .map(({ id, name, limitMinutes }) => ({
          key: `break-${id}`,
          icon: <PresenceMark state="break" />,
          label: say(name),
          extra: t('minutes', { count: limitMinutes }),
          onClick: () => void go('break', id),
        })),
    },
    line('offline'),
    { type: 'divider' },
    {
      key: 'handover',
      label: t('handover'),
      onClick: () => {
        setOpen(false)
        void router.navigate({ to: handoverPlace })
      },
    },
  ]
  const chosen = presence.state === 'break' ? `break-${presence.breakKindId}` : presence.state
  return (
    <Dropdown
      open={open}
      onOpenChange={(shown, { source }) => source === 'trigger' && show(shown)}
      trigger={['click']}
      placement="bottomRight"
      autoFocus
      menu={{ items, selectable: true, selectedKeys: [chosen] }}
      popupRender={(menu) => (
        <div className={style.menu}>
          {refused && <QuotaRefusal refused={refused} />}
          {menu}
        </div>
      )}
    >
      <span>
        <Tooltip title={open ? '' : `${t('title')} ${keysText(keys.menu)}`}>
          <button type="button" className={style.switch} aria-label={t('now', { state: word })}>
            <PresenceMark state={presence.state} />
            <span className={style.word}>{word}</span>
            <PresenceTime presence={presence} />
          </button>
        </Tooltip>
      </span>
    </Dropdown>
  )
}
