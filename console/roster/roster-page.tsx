import { CopyOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime, mondayOf, plusDays } from '../../domain/roster/local-time.ts'
import { client } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { DayList } from './day-list.tsx'
import style from './roster.module.css'
import { type ShiftDraft, ShiftSheet } from './shift-sheet.tsx'
import { removeShifts } from './use-roster.ts'
import { useTeamPlace } from './use-team-place.ts'
import { weekRange } from './week.ts'
import { WeekGrid } from './week-grid.tsx'

/** Who of a team works when: a week as a grid, a day after the other on a phone. */
export default function RosterPage() {
  const { t, i18n } = useTranslation('roster')
  const place = useTeamPlace()
  const { team, zone } = place
  const [monday, setMonday] = useState(() => mondayOf(localTime(new Date(), zone).day))
  const [draft, setDraft] = useState<ShiftDraft>()
  const mayPlan = useMay('roster.manage')
  const range = weekRange(monday, zone)
  const query = useQuery({
    ...ask('roster', 'listShifts', { query: { ...range, teamId: team?.id } }),
    enabled: team !== undefined,
  })
  const staff = useQuery(ask('presence', 'listPresence')).data?.people ?? []
  const shifts = query.data?.shifts ?? []
  const planned = new Set(shifts.map(({ staffId }) => staffId))
  const people = staff.filter(({ staffId }) => team?.memberIds.includes(staffId) || planned.has(staffId))
  const copy = async () => {
    if (!team) return
    try {
      const body = { from: range.from, timeZone: zone }
      const { shiftIds, leftOut } = await client.roster.copyWeek({ params: { teamId: team.id }, body })
      await refresh('roster')
      const said = t('copied', { count: shiftIds.length })
      const text = leftOut > 0 ? `${said} ${t('leftOut', { count: leftOut })}` : said
      toast.done(text, shiftIds.length > 0 ? () => removeShifts(shiftIds).catch(toast.refused) : undefined)
      setMonday(plusDays(monday, 7))
    } catch (error) {
      toast.refused(error)
    }
  }
  const shown = { people, shifts, monday, zone, onOpen: mayPlan ? setDraft : undefined }
  const weekText = new Intl.DateTimeFormat(i18n.language, {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(Date.parse(monday), Date.parse(plusDays(monday, 6)))
  return (
    <Page
      wide
      title={t('title')}
      hint={place.shop ? t('zone', { shop: place.shop.name, zone }) : t('hint')}
      action={
        mayPlan &&
        team && (
          <>
            <Button icon={<CopyOutlined />} onClick={() => void copy()} disabled={shifts.length === 0}>
              {t('copyWeek')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDraft({ day: monday })}>
              {t('add')}
            </Button>
          </>
        )
      }
    >
      <div className={style.tools}>
        <Select
          aria-label={t('team')}
          value={team?.id ?? null}
          onChange={(id) => id && place.chooseTeam(id)}
          options={place.teams.map(({ id, name }) => ({ value: id as number | null, label: name }))}
          style={{ minWidth: 160 }}
        />
        {place.shops.length > 0 && (
          <Select
            aria-label={t('clockOf')}
            value={place.shop?.id ?? null}
            onChange={(id) => id && place.chooseShop(id)}
            options={place.shops.map(({ id, name }) => ({ value: id as number | null, label: name }))}
            style={{ minWidth: 160 }}
          />
        )}
        <div className={style.week}>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('before')}
            onClick={() => setMonday(plusDays(monday, -7))}
          />
          <span className={style.weekText} aria-live="polite">
            {weekText}
          </span>
          <Button
            icon={<RightOutlined />}
            aria-label={t('after')}
            onClick={() => setMonday(plusDays(monday, 7))}
          />
          <Button onClick={() => setMonday(mondayOf(localTime(new Date(), zone).day))}>
            {t('thisWeek')}
          </Button>
        </div>
      </div>
      {query.error && shifts.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : team === undefined ? (
        <EmptyState title={t('noTeam')} hint={t('noTeamHint')} />
      ) : query.isPending ? (
        <Skeleton active />
      ) : people.length === 0 ? (
        <EmptyState title={t('noMembers')} hint={t('noMembersHint')} />
      ) : (
        <>
          <WeekGrid {...shown} />
          <DayList {...shown} />
        </>
      )}
      <ShiftSheet
        draft={draft}
        people={staff}
        teamId={team?.id ?? null}
        zone={zone}
        onClose={() => setDraft(undefined)}
      />
    </Page>
  )
}
