import { useTranslation } from 'react-i18next'
import type { Figures } from '../../domain/assignment/simulation.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import style from './assignment.module.css'
import type { Simulation } from './assignment-queries.ts'
import { clockText, useSpan } from './span.ts'
import { useVariantWords } from './variant-words.ts'

/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

interface Both {
  a: Figures
  b: Figures
}

/** Both sides of a simulation: the difference in a sentence, the figures, and the load of each agent. */
export function SimulationResult({ simulation, result }: { simulation: Simulation; result: Both }) {
  const { t } = useTranslation('assignment')
  const words = useVariantWords()
  const { a, b } = simulation.input
  if (result.a.arrivals === 0) return <EmptyState title={t('sim.empty')} />
  return (
    <>
      <Sentence {...result} />
      <p className={style.quiet} style={{ marginTop: 12 }}>
        A: {words(a)}
        <br />
        B: {words(b)}
      </p>
      <FigureTable {...result} />
      <LoadTable {...result} />
    </>
  )
}

/** What changes for customers and for the busiest agent, in plain words. */
function Sentence({ a, b }: Both) {
  const { t, i18n } = useTranslation('assignment')
  const span = useSpan()
  const space = i18n.language === 'en' ? ' ' : ''
  const wait = b.waitMean - a.waitMean
  const late = b.breaches - a.breaches
  const busiest = (side: Figures) => percent(Math.max(0, ...side.agents.map(({ load }) => load)))
  return (
    <p className={style.say}>
      {t(`sim.sayWait.${way(wait)}`, { span: span(Math.abs(wait)) })}
      {space}
      {t(`sim.sayBreach.${way(late)}`, { count: Math.abs(late) })}
      {space}
      {t('sim.sayLoad', { a: busiest(a), b: busiest(b) })}
    </p>
  )
}

function way(difference: number): 'less' | 'more' | 'same' {
  return difference < 0 ? 'less' : difference > 0 ? 'more' : 'same'
}

/** The figures side by side; for each, whether less is better. */
function FigureTable({ a, b }: Both) {
  const { t } = useTranslation('assignment')
  const span = useSpan()
  const waits = ['waitMean', 'waitMedian', 'waitP90', 'waitMost'] as const
  const rows = [
    ...waits.map((name) => ({ name: t(`sim.${name}`), a: a[name], b: b[name], wait: true, judged: true })),
    {
      name: t('sim.breaches', { span: span(a.breachSeconds) }),
      a: a.breaches,
      b: b.breaches,
      wait: false,
      judged: true,
    },
    { name: t('sim.waiting'), a: a.waiting, b: b.waiting, wait: false, judged: true },
    { name: t('sim.arrivals'), a: a.arrivals, b: b.arrivals, wait: false, judged: false },
    { name: t('sim.assigned'), a: a.assigned, b: b.assigned, wait: false, judged: false },
    { name: t('sim.relaxed'), a: a.relaxed, b: b.relaxed, wait: false, judged: false },
    { name: t('sim.stickyCount'), a: a.sticky, b: b.sticky, wait: false, judged: false },
  ]
  const shown = (value: number, wait: boolean) => (wait ? clockText(value) : String(value))
  const sign = (difference: number) => (difference > 0 ? '+' : difference < 0 ? '−' : '±')
  return (
    <div className={style.scroll} {...reachable}>
      <table className={style.figures}>
        <thead>
          <tr>
            <th scope="col">{t('sim.what')}</th>
            <th scope="col">{t('sim.a')}</th>
            <th scope="col">{t('sim.b')}</th>
            <th scope="col">{t('sim.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const difference = row.b - row.a
            const better = !row.judged || difference === 0 ? undefined : difference < 0 ? 'yes' : 'no'
            return (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>{shown(row.a, row.wait)}</td>
                <td>{shown(row.b, row.wait)}</td>
                <td data-better={better}>
                  {sign(difference)}
                  {shown(Math.abs(difference), row.wait)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Load of each agent on both sides, as bars with their numbers. */
function LoadTable({ a, b }: Both) {
  const { t } = useTranslation('assignment')
  const names = new Map([...a.agents, ...b.agents].map((agent) => [keyOf(agent), agent]))
  const of = (side: Figures, key: string) => side.agents.find((agent) => keyOf(agent) === key)
  return (
    <div className={style.scroll} {...reachable}>
      <h3>{t('sim.loads')}</h3>
      <p className={style.quiet}>{t('sim.loadsHint')}</p>
      <table className={style.figures}>
        <thead>
          <tr>
            <th scope="col">{t('sim.agent')}</th>
            <th scope="col">{t('sim.a')}</th>
            <th scope="col">{t('sim.b')}</th>
          </tr>
        </thead>
        <tbody>
          {[...names].map(([key, agent]) => (
            <tr key={key}>
              <th scope="row">
                <bdi>
                  {agent.staffId === null ? t('sim.added', { number: agent.name.slice(1) }) : agent.name}
                </bdi>
              </th>
              <td>
                <Load agent={of(a, key)} />
              </td>
              <td>
                <Load agent={of(b, key)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type AgentFigures = Figures['agents'][number]

function keyOf({ staffId, name }: AgentFigures): string {
  return staffId === null ? name : String(staffId)
}

function Load({ agent }: { agent: AgentFigures | undefined }) {
  const { t } = useTranslation('assignment')
  if (!agent) return <span className={style.quiet}>{t('sim.absent')}</span>
  return (
    <div className={style.load}>
      <div className={style.track} aria-hidden>
        <div className={style.fill} style={{ width: percent(Math.min(1, agent.load)) }} />
      </div>
      <span>
        {percent(agent.load)} <span className={style.quiet}>{t('sim.served', { count: agent.served })}</span>
      </span>
    </div>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
