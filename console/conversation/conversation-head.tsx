import {
  ArrowLeftOutlined,
  CheckOutlined,
  EllipsisOutlined,
  ProfileOutlined,
  SwapOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Button, Dropdown, type MenuProps, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WhyButton } from '../assignment/why.tsx'
import { useLooking } from '../live/looking.ts'
import { keysText } from '../shell/keys.tsx'
import { useMe } from '../shell/me.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import type { Conversation } from './conversation-cache.ts'
import style from './inbox.module.css'
import { LanguageMark } from './list-row.tsx'
import { useShops } from './lookups.ts'
import type { OfferedCommand } from './offered-commands.ts'
import { commandKeys } from './offered-commands.ts'
import { stackedBelow, useNarrowerThan } from './use-narrow.ts'

interface HeadProps {
  conversation: Conversation
  offered: readonly OfferedCommand[]
  run: (command: OfferedCommand) => void
  onBack: () => void
  onPanel: () => void
  panelOpen: boolean
}

/** Who this is, where they are, who looks on, and what can be done with the conversation now. */
export function ConversationHead({ conversation, offered, run, onBack, onPanel, panelOpen }: HeadProps) {
  const { t } = useTranslation('conversation')
  return (
    <header className={style.head}>
      <Button
        className={style.back}
        type="text"
        icon={<ArrowLeftOutlined />}
        aria-label={t('toList')}
        onClick={onBack}
      />
      <Who conversation={conversation} />
      <Lookers conversationId={conversation.id} />
      <div className={style.headTools}>
        <Verbs offered={offered} run={run} />
        <Tooltip title={`${t('panel')} (${keysText('i')})`}>
          <Button
            type="text"
            icon={<ProfileOutlined />}
            aria-label={t('panel')}
            aria-pressed={panelOpen}
            onClick={onPanel}
            className={panelOpen ? style.pressed : undefined}
          />
        </Tooltip>
      </div>
    </header>
  )
}

function Who({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation(['conversation', 'customer'])
  const shop = useShops().get(conversation.shopId)
  const { customerOnline } = useLooking(conversation.id)
  const closed = conversation.state === 'resolved' || conversation.state === 'ended'
  return (
    <div className={style.who}>
      <h2 className={style.whoName}>
        <bdi>{conversation.customerName ?? t('customer:unnamed')}</bdi>
        {customerOnline && (
          <span
            className={style.online}
            role="img"
            aria-label={t('customerOnline')}
            title={t('customerOnline')}
          />
        )}
        {conversation.repeat && (
          <span className={style.mark} title={t('row.repeatHint')}>
            {t('row.repeat')}
          </span>
        )}
        {conversation.spam && <span className={style.mark}>{t('spam')}</span>}
        <LanguageMark language={conversation.language} viewer={i18n.language} />
      </h2>
      <p className={style.whoWhere}>
        {[t(`state.${conversation.state}`), shop?.name].filter(Boolean).join(' · ')}
        {closed ? null : (
          <>
            {' · '}
            <WhyButton conversation={conversation} />
          </>
        )}
      </p>
    </div>
  )
}

function Lookers({ conversationId }: { conversationId: number }) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const others = useLooking(conversationId).staff.filter((one) => one.staffId !== me.staffId)
  if (others.length === 0) return null
  const names = others.map((one) => one.name).join(t('and'))
  return (
    <Tooltip title={t('lookers', { names })}>
      <div className={style.lookers} role="img" aria-label={t('lookers', { names })}>
        {others.slice(0, 3).map((one) => (
          <PersonAvatar key={one.staffId} name={one.name} id={one.staffId} size={24} />
        ))}
        {others.length > 3 && <span>+{others.length - 3}</span>}
      </div>
    </Tooltip>
  )
}

const icons: Partial<Record<OfferedCommand, ReactNode>> = {
  resolve: <CheckOutlined />,
  reopen: <UndoOutlined />,
  hand_over: <SwapOutlined />,
}

/** The first verb is the primary one; the second stands beside it, the others in the menu. */
function Verbs({ offered, run }: Pick<HeadProps, 'offered' | 'run'>) {
  const { t } = useTranslation('conversation')
  const alone = useNarrowerThan(stackedBelow)
  const [first, ...rest] = offered
  const second = alone ? undefined : rest.find((command) => command === 'hand_over' || command === 'resolve')
  const others = rest.filter((command) => command !== second)
  const items: MenuProps['items'] = others.map((command) => ({
    key: command,
    label: t(`command.${command}`),
    danger: command === 'mark_spam' || command === 'block',
    extra: commandKeys[command] ? keysText(commandKeys[command]) : undefined,
    onClick: () => run(command),
  }))
  return (
    <>
      {second && <Verb command={second} run={run} />}
      {first && <Verb command={first} run={run} primary />}
      {items.length > 0 && (
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
          <Button type="text" icon={<EllipsisOutlined />} aria-label={t('more')} />
        </Dropdown>
      )}
    </>
  )
}

function Verb({
  command,
  run,
  primary = false,
}: {
  command: OfferedCommand
  run: HeadProps['run']
  primary?: boolean
}) {
  const { t } = useTranslation('conversation')
  const keys = commandKeys[command]
  return (
    <Tooltip
      title={keys ? `${t(`command.${command}`)} (${keysText(keys)})` : t(`command.${command}`)}
      mouseEnterDelay={0.4}
    >
      <Button type={primary ? 'primary' : 'default'} icon={icons[command]} onClick={() => run(command)}>
        <span className={style.verbWord}>{t(`command.${command}`)}</span>
      </Button>
    </Tooltip>
  )
}
