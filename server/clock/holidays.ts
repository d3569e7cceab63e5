import type { HolidayDay, HolidayDays } from '../../domain/clock/holidays.ts'
import type { Localized } from '../../domain/localized.ts'

/** What is on offer in the list of countries. */
export interface HolidayCountry {
  readonly code: string
  readonly name: Localized
  /** Whether its make-up workdays (调休) are known. */
  readonly makeUp: boolean
  readonly regions: readonly { readonly code: string; readonly name: string }[]
}

/**
 * Holidays by country, from two packages that are loaded on first use: one shop in ten needs the second, and its
 * tables take 30 MB. China comes from the State Council's yearly notices with make-up workdays; years without a
 * notice yet from the rules of the calendar, without make-up workdays.
 */
export interface HolidaySource {
  countries(): HolidayCountry[]
  /** Null when country or region are not known. */
  days(country: string, region: string | null, year: number): HolidayDay[] | null
}

let loading: Promise<HolidaySource> | null = null

export function holidaySource(): Promise<HolidaySource> {
  loading ??= load()
  return loading
}

/** The days of some years by date; empty when the country is not known. */
export function daysOfYears(
  source: HolidaySource,
  place: { readonly country: string; readonly region: string | null },
  from: number,
  to: number,
): HolidayDays {
  const days = new Map<string, HolidayDay>()
  for (let year = from; year <= to; year++) {
    for (const day of source.days(place.country, place.region, year) ?? []) days.set(day.date, day)
  }
  return days
}

async function load(): Promise<HolidaySource> {
  const [{ default: china }, { default: World }] = await Promise.all([
    import('chinese-days'),
    import('date-holidays'),
  ])
  const known = new World().getCountries('en')
  const kept = new Map<string, HolidayDay[]>()

  const read = (country: string, region: string | null, year: number): HolidayDay[] => {
    if (country === 'CN') {
      const published = chinaDays(china.getDayDetail, year)
      if (published.length > 0) return published
    }
    const local = region === null ? new World(country) : new World(country, region)
    return worldDays(local, year)
  }

  return {
    countries: () =>
      Object.keys(known).map((code) => ({
        code,
        name: { en: nameOf(code, 'en'), 'zh-CN': nameOf(code, 'zh-CN') },
        makeUp: code === 'CN',
        regions: Object.entries(new World().getStates(code, 'en') ?? {}).map(([region, name]) => ({
          code: region,
          name,
        })),
      })),
    days: (country, region, year) => {
      if (!Object.hasOwn(known, country)) return null
      if (region !== null && !Object.hasOwn(new World().getStates(country) ?? {}, region)) return null
      const key = `${country} ${region} ${year}`
      const days = kept.get(key) ?? read(country, region, year)
      kept.set(key, days)
      return days
    },
  }
}

function nameOf(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Days that the package calls by a holiday's name (`National Day,国庆节,3`) rather than the weekday's. */
function chinaDays(detail: (date: string) => { work: boolean; name: string }, year: number): HolidayDay[] {
  const days: HolidayDay[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
    const date = new Date(at).toISOString().slice(0, 10)
    const { work, name } = detail(date)
    const [en, zh] = name.split(',')
    if (en && zh) days.push({ date, kind: work ? 'make_up' : 'holiday', name: { en, 'zh-CN': zh } })
  }
  return days
}

const dayMs = 86_400_000

interface World {
  getHolidays(year: number, language?: string): WorldHoliday[]
  getLanguages(): string[]
}
interface WorldHoliday {
  readonly date: string
  readonly start: Date
  readonly end: Date
  readonly name: string
  readonly type: string
  readonly rule: string
}

/** Public holidays that take at least a day, each of their days. */
function worldDays(country: World, year: number): HolidayDay[] {
  const own = country.getLanguages()[0] ?? 'en'
  const inLanguage = (language: string) =>
    new Map(country.getHolidays(year, language).map((one) => [one.rule, one.name]))
  const names = { [own]: inLanguage(own), en: inLanguage('en'), 'zh-CN': inLanguage('zh') }
  return country
    .getHolidays(year)
    .filter((one) => one.type === 'public' && one.end.getTime() - one.start.getTime() >= dayMs)
    .flatMap((one) => {
      const name: Record<string, string> = {}
      for (const [language, by] of Object.entries(names)) name[language] = by.get(one.rule) ?? one.name
      const first = Date.parse(`${one.date.slice(0, 10)}T00:00:00Z`)
      const count = Math.round((one.end.getTime() - one.start.getTime()) / dayMs)
      return Array.from(
        { length: count },
        (_, index): HolidayDay => ({
          date: new Date(first + index * dayMs).toISOString().slice(0, 10),
          kind: 'holiday',
          name,
        }),
      )
    })
}
