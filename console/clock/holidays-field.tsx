import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDefinition } from '../../domain/clock/calendar-shape.ts'
import { inLanguage } from '../../domain/localized.ts'
import { ask } from '../shell/query-client.ts'
import style from './calendar.module.css'
import { weekdayName } from './week-days.ts'

export type Holidays = CalendarDefinition['holidays']

interface HolidaysFieldProps {
  value?: Holidays
  onChange?: (holidays: Holidays) => void
}

/** Whose holidays are closed: a country, its region, and what its make-up workdays are like. */
export function HolidaysField({ value = null, onChange }: HolidaysFieldProps) {
  const { t, i18n } = useTranslation('clock')
  const { data } = useQuery({ ...ask('clock', 'listHolidayCountries'), staleTime: Number.POSITIVE_INFINITY })
  const { language } = i18n
  const countries = useMemo(
    () =>
      (data?.countries ?? [])
        .map(({ code, name }) => ({ value: code, label: inLanguage(name, language) }))
        .sort(
          (a, b) =>
            Number(b.value === 'CN') - Number(a.value === 'CN') || a.label.localeCompare(b.label, language),
        ),
    [data, language],
  )
  const country = data?.countries.find(({ code }) => code === value?.country)
  const change = (part: Partial<NonNullable<Holidays>>) => value && onChange?.({ ...value, ...part })
  return (
    <div className={style.holidays}>
      <Select
        aria-label={t('country')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('countryNone')}
        loading={!data}
        options={countries}
        value={value?.country}
        onChange={(code?: string) =>
          onChange?.(code ? { country: code, region: null, makeUpAs: value?.makeUpAs ?? 1 } : null)
        }
      />
      {country && country.regions.length > 0 && (
        <Select
          aria-label={t('region')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('regionNone')}
          options={country.regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={value?.region ?? undefined}
          onChange={(region?: string) => change({ region: region ?? null })}
        />
      )}
      {country?.makeUp && (
        <Form.Item label={t('makeUp')} extra={t('makeUpHint')} style={{ margin: 0 }}>
          <Select
            aria-label={t('makeUp')}
            value={value?.makeUpAs ?? 0}
            onChange={(weekday: number) => change({ makeUpAs: weekday === 0 ? null : weekday })}
            options={[
              ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
                value: weekday,
                label: t('hoursOf', { day: weekdayName(weekday, language, 'long') }),
              })),
              { value: 0, label: t('closed') },
            ]}
          />
        </Form.Item>
      )}
    </div>
  )
}
