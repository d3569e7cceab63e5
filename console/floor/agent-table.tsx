import { Checkbox, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorAgent } from '../../domain/floor/endpoints.ts'
import { useTeams } from '../conversation/lookups.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { AgentMenu } from './agent-menu.tsx'
import { type AgentSort, agentSorts, inHand, keepPlaces, loadOf } from './agent-order.ts'
import style from './floor.module.css'
import { PresenceMark } from './presence-mark.tsx'
import { Wait } from './wait.tsx'

interface AgentTableProps {
  /** In order, as they are to be shown. */
  agents: readonly FloorAgent[]
  chosen: number | undefined
  onOpen: (staffId: number) => void
}

/** Who is there: state, longest wait of their customers, load, talks. Rows stay in place under the pointer. */
export function AgentTable({ agents, chosen, onOpen }: AgentTableProps) {
  const { t } = useTranslation('floor')
  const [held, setHeld] = useState<number[] | null>(null)
  const latest = useRef(agents)
  latest.current = agents
  if (agents.length === 0) return <EmptyState title={t('agents.empty')} hint={t('agents.emptyHint')} />
  return (
    <table
      className={style.table}
      onPointerEnter={({ pointerType }) =>
        pointerType === 'mouse' && setHeld(latest.current.map(({ staffId }) => staffId))
      }
      onPointerLeave={() => setHeld(null)}
    >
      <thead>
        <tr>
          <th scope="col">{t('agents.agent')}</th>
          <th scope="col" className={style.number}>
            {t('agents.unanswered')}
          </th>
          <th scope="col">{t('agents.load')}</th>
          <th scope="col" className={`${style.number} ${style.wide}`} title={t('agents.talksHint')}>
            {t('agents.talks')}
          </th>
          <th scope="col">
            <span className="only-heard">{t('agents.do')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keepPlaces(agents, held, ({ staffId }) => staffId).map((agent) => (
          <AgentRow key={agent.staffId} agent={agent} here={agent.staffId === chosen} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  )
}

function AgentRow({
  agent,
  here,
  onOpen,
}: {
  agent: FloorAgent
  here: boolean
  onOpen: (staffId: number) => void
}) {
  const { t } = useTranslation('floor')
  const teams = useTeams()
  const names = agent.teamIds.flatMap((id) => teams.get(id)?.name ?? [])
  return (
    <tr className={style.row} data-here={here} data-away={agent.state === 'offline'}>
      <td className={style.main}>
        <span className={style.person}>
          <PersonAvatar name={agent.name} id={agent.staffId} size={28} />
          <span className={style.words}>
            <button
              type="button"
              className={style.open}
              aria-pressed={here}
              title={names.join(' · ')}
              onClick={() => onOpen(agent.staffId)}
            >
              <bdi>{agent.name}</bdi>
            </button>
            <PresenceMark agent={agent} />
          </span>
        </span>
      </td>
      <td className={style.number}>{agent.unansweredSince && <Wait since={agent.unansweredSince} />}</td>
      <td>
        <LoadBar agent={agent} />
      </td>
      <td className={`${style.number} ${style.wide}`}>
        {inHand(agent) > 0 && (
          <span className={style.talks} title={t('agents.talksAre', { ...agent })}>
            <b>{agent.inService}</b> · {agent.waitingCustomer} · {agent.waitingInside}
          </span>
        )}
      </td>
      <td className={style.end}>
        <AgentMenu agent={agent} />
      </td>
    </tr>
  )
}

/** Units in hand of the units that fit, as a bar and in numbers. */
function LoadBar({ agent }: { agent: FloorAgent }) {
  const { t } = useTranslation('floor')
  const load = loadOf(agent)
  const text = `${agent.used}/${agent.capacity}`
  return (
    <span className={style.load} title={t('agents.loadIs', { used: agent.used, capacity: agent.capacity })}>
      <span className={style.bar} aria-hidden>
        <span data-full={load >= 1} style={{ width: `${Math.min(1, load) * 100}%` }} />
      </span>
      {text}
    </span>
  )
}

interface ToolsProps {
  sort: AgentSort
  onSort: (sort: AgentSort) => void
  everybody: boolean
  onEverybody: (everybody: boolean) => void
}

/** How the agents are ordered, and whether those who are gone stand among them. */
export function AgentTools({ sort, onSort, everybody, onEverybody }: ToolsProps) {
  const { t } = useTranslation('floor')
  return (
    <span className={style.tools}>
      <Checkbox checked={everybody} onChange={({ target }) => onEverybody(target.checked)}>
        {t('agents.everybody')}
      </Checkbox>
      <Select<AgentSort>
        size="small"
        variant="borderless"
        aria-label={t('agents.sort')}
        value={sort}
        onChange={onSort}
        popupMatchSelectWidth={false}
        options={agentSorts.map((value) => ({ value, label: t(`agents.by.${value}`) }))}
      />
    </span>
  )
}
