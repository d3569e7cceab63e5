import { FullscreenOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select, Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useShops, useTeams } from '../conversation/lookups.ts'
import { KeyCaps, useKeys } from '../shell/keys.tsx'
import { useRemembered } from '../shell/remembered.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { type AgentSort, agentSorts, orderAgents } from './agent-order.ts'
import { AgentTable, AgentTools } from './agent-table.tsx'
import { FigureLine } from './figure-line.tsx'
import style from './floor.module.css'
import { askFloor } from './floor-queries.ts'
import { type FloorSearch, queueOf, readFloorSearch } from './floor-search.ts'
import { LookIn } from './look-in.tsx'
import { QueueTable, useQueueName } from './queue-table.tsx'
import { RiskList } from './risk-list.tsx'
import { TalkList } from './talk-list.tsx'

/** The floor: who waits where, who is there with what in hand, which promises are at risk. */
export default function FloorPage() {
  const { t } = useTranslation('floor')
  const { search, go, toWall } = useFloorPlace()
  const [kept, setSort] = useRemembered<string>('floor.sort', 'wait')
  const [everybody, setEverybody] = useRemembered<boolean>('floor.everybody', false)
  const sort = agentSorts.find((known) => known === kept) ?? ('wait' satisfies AgentSort)
  const floor = useQuery(askFloor(search))
  const agents = useMemo(
    () => orderAgents(floor.data?.agents ?? [], sort, everybody),
    [floor.data, sort, everybody],
  )
  const openAgent = (agent: number) => go({ agent, queue: undefined, c: undefined })
  const close = () => go({ agent: undefined, queue: undefined, c: undefined })
  const side = search.agent !== undefined || search.queue !== undefined || search.c !== undefined
  const move = (by: 1 | -1) => {
    const at = agents.findIndex(({ staffId }) => staffId === search.agent)
    const next = agents[at < 0 ? 0 : Math.min(agents.length - 1, Math.max(0, at + by))]
    if (next) openAgent(next.staffId)
  }
  useKeys('floor', [
    { keys: 'f', does: 'wall', run: toWall },
    { keys: 'j | arrowdown', does: 'nextAgent', run: () => move(1), unlisted: true },
    { keys: 'k | arrowup', does: 'previousAgent', run: () => move(-1), unlisted: true },
    { keys: 'o', does: 'everybody', run: () => setEverybody(!everybody) },
    ...(side ? [{ keys: 'escape', does: 'close', run: close, unlisted: true }] : []),
  ])
  return (
    <div className={style.floor} data-side={side}>
      <div className={style.ground}>
        <header className={style.head}>
          <h1>{t('title')}</h1>
          <PlaceFilter search={search} go={go} />
          <Button icon={<FullscreenOutlined />} onClick={toWall}>
            {t('wall.open')} <KeyCaps keys="f" />
          </Button>
        </header>
        <FigureLine search={search} />
        {floor.error && !floor.data && (
          <ErrorState error={floor.error} onRetry={() => void floor.refetch()} />
        )}
        {floor.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {floor.data && (
          <div className={style.columns}>
            <section className={style.part} aria-label={t('queues.title')}>
              <h2>{t('queues.title')}</h2>
              <QueueTable
                queues={floor.data.queues}
                chosen={search.queue}
                onOpen={(queue) => go({ queue, agent: undefined, c: undefined })}
              />
            </section>
            <section className={style.part} aria-label={t('risks.title')}>
              <h2>{t('risks.title')}</h2>
              <RiskList
                risks={floor.data.risks}
                chosen={search.c}
                onOpen={(c) => go({ c, agent: undefined, queue: undefined })}
              />
            </section>
            <section className={style.agents} aria-label={t('agents.title')}>
              <div className={style.partHead}>
                <h2>{t('agents.title')}</h2>
                <AgentTools sort={sort} onSort={setSort} everybody={everybody} onEverybody={setEverybody} />
              </div>
              <AgentTable agents={agents} chosen={search.agent} onOpen={openAgent} />
            </section>
          </div>
        )}
      </div>
      {side && <Side search={search} go={go} onClose={close} />}
    </div>
  )
}

type Go = (change: { [K in keyof FloorSearch]?: FloorSearch[K] | undefined }) => void

function useFloorPlace(): { search: FloorSearch; go: Go; toWall: () => void } {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const search = useMemo(() => readFloorSearch(raw), [raw])
  const to = (path: '/floor' | '/floor/wall', change: Parameters<Go>[0]) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined)
    void navigate({ to: path, search: Object.fromEntries(next) })
  }
  return {
    search,
    go: (change) => to('/floor', change),
    toWall: () => {
      // Refused where the browser wants it to be asked another way; the page is the same without.
      void document.documentElement.requestFullscreen?.().catch(() => undefined)
      to('/floor/wall', { agent: undefined, queue: undefined, c: undefined })
    },
  }
}

function PlaceFilter({ search, go }: { search: FloorSearch; go: Go }) {
  const { t } = useTranslation('floor')
  const shops = [...useShops().values()].filter(({ archived }) => !archived)
  const teams = [...useTeams().values()].filter(({ archived }) => !archived)
  return (
    <span className={style.filters}>
      {shops.length > 1 && (
        <Select
          allowClear
          placeholder={t('filter.shop')}
          aria-label={t('filter.shop')}
          value={search.shop}
          onChange={(shop?: number) => go({ shop })}
          popupMatchSelectWidth={false}
          options={shops.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {teams.length > 0 && (
        <Select
          allowClear
          placeholder={t('filter.team')}
          aria-label={t('filter.team')}
          value={search.team}
          onChange={(team?: number) => go({ team })}
          popupMatchSelectWidth={false}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </span>
  )
}

function Side({ search, go, onClose }: { search: FloorSearch; go: Go; onClose: () => void }) {
  const { t } = useTranslation('floor')
  const title = useSideTitle(search)
  const listed = search.agent !== undefined || search.queue !== undefined
  return (
    <aside className={style.side} aria-label={t('side')}>
      {search.c === undefined ? (
        <TalkList
          key={`${search.agent} ${search.queue}`}
          search={search}
          title={title}
          onOpen={(c) => go({ c })}
          onClose={onClose}
        />
      ) : (
        <LookIn
          key={search.c}
          conversationId={search.c}
          onBack={listed ? () => go({ c: undefined }) : undefined}
          onClose={onClose}
        />
      )}
    </aside>
  )
}

function useSideTitle(search: FloorSearch): string {
  const { t } = useTranslation('floor')
  const floor = useQuery(askFloor(search)).data
  const queueName = useQueueName()
  const queue = search.queue === undefined ? null : queueOf(search.queue)
  if (queue) {
    const { shop, rest } = queueName(queue)
    return [shop, rest].filter(Boolean).join(' · ')
  }
  const agent = floor?.agents.find(({ staffId }) => staffId === search.agent)
  return agent ? t('talks.of', { name: agent.name }) : t('talks.title')
}
