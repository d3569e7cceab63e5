import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Progress, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { ask } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './assignment.module.css'
import type { Simulation } from './assignment-queries.ts'
import { SimulationResult } from './simulation-result.tsx'
import { SimulationSheet } from './simulation-sheet.tsx'
import { useVariantWords } from './variant-words.ts'

/** How often a running simulation is looked at, in milliseconds. */
const look = 1_000

/** Settings, Assignment, Simulator: past arrivals replayed under two policies or rosters. `?open=4` shows one. */
export default function SimulatorPage() {
  const { t } = useTranslation('assignment')
  const choice = useBrandChoice()
  const router = useRouter()
  const search: { open?: number | 'new' } = useSearch({ strict: false })
  const go = (open?: number | 'new') =>
    void router.navigate({
      href: `/settings/assignment/simulator${open === undefined ? '' : `?open=${open}`}`,
    })
  const { brandId } = choice
  return (
    <Page
      title={t('sim.title')}
      hint={t('sim.hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <Button onClick={() => void router.navigate({ href: '/settings/assignment' })}>
            {t('toPolicy')}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => go('new')}>
            {t('sim.start')}
          </Button>
        </>
      }
    >
      {brandId && <Simulations brandId={brandId} open={search.open} go={go} />}
      {brandId && (
        <SimulationSheet
          brandId={brandId}
          open={search.open === 'new'}
          onClose={() => go()}
          onStarted={(simulationId) => go(simulationId)}
        />
      )}
    </Page>
  )
}

interface SimulationsProps {
  brandId: number
  open: number | 'new' | undefined
  go: (open?: number) => void
}

function Simulations({ brandId, open, go }: SimulationsProps) {
  const { t } = useTranslation('assignment')
  const query = useQuery({
    ...ask('assignment', 'listSimulations', { params: { brandId } }),
    refetchInterval: ({ state }) =>
      state.data?.simulations.some(({ finishedAt }) => finishedAt === null) ? look : false,
  })
  const simulations = query.data?.simulations ?? []
  const shown = simulations.find(({ id }) => id === open)
  return (
    <>
      {shown && <Shown simulation={shown} />}
      <Rows
        query={query}
        rows={simulations}
        label={t('sim.title')}
        empty={<EmptyState title={t('sim.none')} hint={t('sim.noneHint')} />}
        render={(one) => <SimulationRow key={one.id} simulation={one} onOpen={() => go(one.id)} />}
      />
    </>
  )
}

function Shown({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation('assignment')
  const { result, fault, progress } = simulation
  return (
    <section style={{ marginBottom: 32 }} aria-label={t('sim.title')} aria-live="polite">
      {result && <SimulationResult simulation={simulation} result={result} />}
      {fault && (
        <p className={style.say}>{t(fault === 'too_many' ? 'sim.fault.too_many' : 'sim.faultOther')}</p>
      )}
      {!result && !fault && (
        <div className={style.say}>
          {progress === 0 ? t('sim.waits') : t('sim.running', { progress })}
          <Progress percent={progress} showInfo={false} aria-label={t('sim.running', { progress })} />
          <span className={style.quiet}>{t('sim.runningHint')}</span>
        </div>
      )}
    </section>
  )
}

function SimulationRow({ simulation, onOpen }: { simulation: Simulation; onOpen: () => void }) {
  const { t, i18n } = useTranslation('assignment')
  const words = useVariantWords()
  const { input, result, fault, progress } = simulation
  const day = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric' })
  const period = day.formatRange(new Date(input.from), new Date(Date.parse(input.to) - 1))
  return (
    <Row
      title={`${period} · A: ${words(input.a)} · B: ${words(input.b)}`}
      marks={
        <>
          {fault && <Tag color="red">{t('sim.failed')}</Tag>}
          {!result && !fault && <Tag color="blue">{t('sim.running', { progress })}</Tag>}
        </>
      }
      detail={
        <>
          {t('sim.by', { name: simulation.askedByName })} · <TimeAgo at={simulation.askedAt} />
        </>
      }
      onOpen={onOpen}
    />
  )
}
