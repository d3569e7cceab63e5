import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorAgent } from '../../domain/floor/endpoints.ts'
import { useShops } from '../conversation/lookups.ts'
import { useNow } from '../conversation/second.ts'
import { useKeys } from '../shell/keys.tsx'
import { askFloor } from './floor-queries.ts'
import { type FloorSearch, queueKey, readFloorSearch } from './floor-search.ts'
import { useQueueName } from './queue-table.tsx'
import { dash, useFigures, waitingOf } from './use-figures.ts'
import { Wait } from './wait.tsx'
import style from './wall.module.css'

/** How many queues a wall shows: those whose customers wait longest. */
const most = 6

/** The floor on a wall: large figures, nothing else, readable from five metres; nothing moves by itself. */
export default function WallPage() {
  const { t } = useTranslation('floor')
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const search = useMemo(() => readFloorSearch(raw), [raw])
  const leave = useLeave(search)
  const floor = useQuery(askFloor(search))
  const figures = useFigures(search)
  const shop = useShops().get(search.shop ?? 0)
  const waiting = floor.data ? waitingOf(floor.data) : null
  const [first, ...others] = figures
  return (
    <main className={style.wall} data-stale={floor.isError}>
      <header className={style.head}>
        <h1>
          {t('title')}
          {shop && ` · ${shop.name}`}
        </h1>
        {floor.isError && <span role="status">{t('wall.stale')}</span>}
        <WallClock />
        <Tooltip title={`${t('wall.leave')} · Esc`}>
          <Button type="text" icon={<CloseOutlined />} aria-label={t('wall.leave')} onClick={leave} />
        </Tooltip>
      </header>
      <dl className={style.loud}>
        <div>
          <dt>{t('figures.waiting')}</dt>
          <dd>{first?.text}</dd>
        </div>
        <div>
          <dt>{t('queues.longest')}</dt>
          <dd>{waiting?.longestSince ? <Wait since={waiting.longestSince} /> : dash}</dd>
        </div>
        <div>
          <dt>{t('wall.online')}</dt>
          <dd>{floor.data ? <Online agents={floor.data.agents} /> : dash}</dd>
        </div>
      </dl>
      <dl className={style.figures}>
        {others.map(({ name, text, of, level }) => (
          <div key={name} data-level={level}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd>{text}</dd>
            <dd className={style.of}>{of}</dd>
          </div>
        ))}
      </dl>
      <Queues search={search} />
    </main>
  )
}

/** How many take new customers, and how many are here besides. */
function Online({ agents }: { agents: readonly FloorAgent[] }) {
  const { t } = useTranslation('floor')
  const online = agents.filter(({ state }) => state === 'online').length
  const here = agents.filter(({ state }) => state !== 'offline').length
  return (
    <>
      {online} <small>{t('wall.here', { count: here })}</small>
    </>
  )
}

function Queues({ search }: { search: FloorSearch }) {
  const { t } = useTranslation('floor')
  const queueName = useQueueName()
  const queues = useQuery(askFloor(search)).data?.queues.filter(({ waiting }) => waiting > 0) ?? []
  if (queues.length === 0) return <p className={style.empty}>{t('queues.empty')}</p>
  return (
    <ol className={style.queues} aria-label={t('queues.title')}>
      {queues.slice(0, most).map((queue) => {
        const { shop, rest } = queueName(queue)
        return (
          <li key={queueKey(queue)}>
            <span className={style.name}>
              <bdi>{shop}</bdi> <small>{rest}</small>
            </span>
            <b>{queue.waiting}</b>
            {queue.longestSince && <Wait since={queue.longestSince} />}
          </li>
        )
      })}
    </ol>
  )
}

/** The time of day, so that a wall that stands still is seen to. */
function WallClock() {
  const { i18n } = useTranslation()
  const now = useNow()
  return (
    <time className={style.clock}>
      {new Intl.DateTimeFormat(i18n.language, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(now)}
    </time>
  )
}

/** Esc leaves, also when the browser takes it to leave the full screen; f switches the full screen. */
function useLeave(search: FloorSearch): () => void {
  const navigate = useNavigate()
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    void navigate({ to: '/floor', search })
  }
  useKeys('floor', [
    { keys: 'escape', does: 'leaveWall', run: leave, unlisted: true },
    { keys: 'f', does: 'wall', run: switchFullScreen },
  ])
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) void navigate({ to: '/floor', search })
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [navigate, search])
  return leave
}

function switchFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  void done.catch(() => undefined)
}
