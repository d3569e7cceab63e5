import { CalendarOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { useInLanguage } from '../shell/lookups.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import type { Calendar } from './calendar.ts'
import { CalendarSheet } from './calendar-sheet.tsx'
import { weekText } from './hours-text.ts'

/** The service calendars of a brand. */
export default function CalendarsPage() {
  const { t } = useTranslation('clock')
  const query = useQuery(ask('clock', 'listCalendars'))
  const choice = useBrandChoice()
  const { open, show, hide } = useOpenRow()
  const [all, setAll] = useState(false)
  const { brandId } = choice
  const calendars = (query.data?.calendars ?? []).filter((one) => one.brandId === brandId)
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
      {t('newCalendar')}
    </Button>
  )
  return (
    <Page
      title={t('calendars')}
      hint={t('calendarsHint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <ArchivedSwitch rows={calendars} value={all} onChange={setAll} />
          {create}
        </>
      }
    >
      <Rows
        query={query}
        label={t('calendars')}
        rows={calendars.filter(({ archived }) => all || !archived)}
        empty={
          <EmptyState
            icon={<CalendarOutlined />}
            title={t('calendarsEmpty')}
            hint={t('calendarsEmptyHint')}
          />
        }
        render={(calendar) => (
          <CalendarRow key={calendar.id} calendar={calendar} onOpen={() => show(calendar.id)} />
        )}
      />
      {brandId !== undefined && (
        <CalendarSheet
          brandId={brandId}
          calendar={open === 'new' ? 'new' : calendars.find(({ id }) => id === open)}
          onClose={hide}
        />
      )}
    </Page>
  )
}

function CalendarRow({ calendar, onOpen }: { calendar: Calendar; onOpen: () => void }) {
  const { t, i18n } = useTranslation(['clock', 'shell'])
  const say = useInLanguage()
  const { data } = useQuery({ ...ask('clock', 'listHolidayCountries'), staleTime: Number.POSITIVE_INFINITY })
  const { definition, archived, name } = calendar
  const country = data?.countries.find(({ code }) => code === definition.holidays?.country)
  return (
    <Row
      title={name}
      faded={archived}
      marks={
        <>
          {country && <Tag>{t('holidaysIn', { country: say(country.name) })}</Tag>}
          {archived && <Tag>{t('shell:archived')}</Tag>}
        </>
      }
      detail={[weekText(definition.week, i18n.language), definition.timeZone.replaceAll('_', ' ')].join(
        ' · ',
      )}
      onOpen={onOpen}
    />
  )
}
