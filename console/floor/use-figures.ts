import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { floorEndpoints } from '../../domain/floor/endpoints.ts'
import { wilsonShare } from '../../domain/rating/score.ts'
import { useClockText } from './clock-text.ts'
import { askFloor, askToday } from './floor-queries.ts'
import type { FloorSearch } from './floor-search.ts'

type Floor = EndpointOutput<typeof floorEndpoints.getFloor>
export type FigureName =
  | 'waiting'
  | 'inbound'
  | 'answered'
  | 'firstResponse'
  | 'threeMinutes'
  | 'rating'
  | 'overdue'

export interface Figure {
  name: FigureName
  text: string
  /** What it is of, or what stands beside it. */
  of: string
  /** How it is counted, with the interval of a share. */
  hint: string
  level: 'plain' | 'warning' | 'breach'
}

/** The figures of the floor in words, in their order; a dash where nothing is counted yet. */
export function useFigures(search: FloorSearch): Figure[] {
  const { t } = useTranslation('floor')
  const clock = useClockText()
  const floor = useQuery(askFloor(search)).data
  const today = useQuery(askToday(search)).data?.total
  const share = useShareText()
  const waiting = floor ? waitingOf(floor) : null
  const first = today?.firstResponse
  const rating = today && { kept: today.rating.satisfied, of: today.rating.answered }
  const overdue = floor ? floor.counts.clocksOverdue + floor.counts.promisesOverdue : null
  const atRisk = floor ? floor.counts.clocksWarned + floor.counts.promisesAtRisk : 0
  return [
    {
      name: 'waiting',
      text: count(waiting?.waiting),
      of: waiting && waiting.offline > 0 ? t('figures.offline', { count: waiting.offline }) : '',
      hint: t('hints.waiting'),
      level: 'plain',
    },
    {
      name: 'overdue',
      text: count(overdue),
      of: atRisk > 0 ? t('figures.atRisk', { count: atRisk }) : '',
      hint: t('hints.overdue', { count: today?.breached ?? 0 }),
      level: overdue ? 'breach' : atRisk > 0 ? 'warning' : 'plain',
    },
    { name: 'inbound', text: count(today?.inbound), of: '', hint: t('hints.inbound'), level: 'plain' },
    { name: 'answered', ...share(today?.answered, t('hints.answered')), level: 'plain' },
    {
      name: 'firstResponse',
      text: first ? clock(first.median) : dash,
      of: first ? t('figures.spread', { mean: clock(first.mean), p90: clock(first.p90) }) : '',
      hint: t('hints.firstResponse'),
      level: 'plain',
    },
    { name: 'threeMinutes', ...share(today?.threeMinutes, t('hints.threeMinutes')), level: 'plain' },
    {
      name: 'rating',
      ...share(rating, t('hints.rating')),
      of:
        today && today.rating.asked > 0
          ? t('figures.rated', { count: today.rating.answered, asked: today.rating.asked })
          : '',
      level: 'plain',
    },
  ]
}

export const dash = '–'

function count(number: number | null | undefined): string {
  return number === null || number === undefined ? dash : String(number)
}

/** Everybody who waits, and the one who has waited longest. */
export function waitingOf({ queues }: Pick<Floor, 'queues'>) {
  const since = queues.flatMap(({ longestSince }) => longestSince ?? []).sort()
  return {
    waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
    offline: queues.reduce((sum, queue) => sum + queue.offline, 0),
    longestSince: since[0] ?? null,
  }
}

/** A share in words: percent, what it is of, and its 95 % interval after the sentence that explains it. */
export function useShareText(): (
  share: { kept: number; of: number } | null | undefined,
  hint: string,
) => Pick<Figure, 'text' | 'of' | 'hint'> {
  const { t, i18n } = useTranslation('floor')
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })
  return (share, hint) => {
    const interval = share ? wilsonShare(share.kept, share.of) : null
    if (!share || !interval) return { text: dash, of: '', hint }
    const range = t('hints.interval', {
      low: percent.format(interval.low),
      high: percent.format(interval.high),
    })
    return {
      text: percent.format(interval.share),
      of: t('figures.of', share),
      hint: `${hint} ${range}`,
    }
  }
}
