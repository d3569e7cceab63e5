import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceRow } from '../../domain/presence/endpoints.ts'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { FilterInput, holdsText } from '../ui/filter-input.tsx'
import { Section } from '../ui/page.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import style from './breaks.module.css'
import { NumberCell } from './number-cell.tsx'
import { PresenceMark } from './presence-mark.tsx'

/** Usual and peak capacity of everybody. */
export function Capacities() {
  const { t } = useTranslation('presence')
  const query = useQuery(ask('presence', 'listPresence'))
  const [typed, setTyped] = useState('')
  const people = (query.data?.people ?? []).filter(({ name }) => holdsText([name], typed))
  return (
    <Section
      title={t('breaks.capacity')}
      hint={t('breaks.capacityHint')}
      action={<FilterInput value={typed} onChange={setTyped} />}
    >
      <div className={style.heads} aria-hidden="true">
        <span>{t('breaks.usualHead')}</span>
        <span>{t('breaks.peakHead')}</span>
      </div>
      <Rows
        query={query}
        rows={people}
        label={t('breaks.capacity')}
        empty={<p style={{ margin: 0, padding: 16, color: 'var(--quiet)' }}>{t('breaks.nobody')}</p>}
        render={(person) => <CapacityRow key={person.staffId} person={person} />}
      />
    </Section>
  )
}

function CapacityRow({ person }: { person: PresenceRow }) {
  const { t } = useTranslation('presence')
  const { staffId, name, capacity, peakCapacity } = person
  const set = async (change: { capacity?: number; peakCapacity?: number }) => {
    await client.presence.setCapacities({
      body: { people: [{ staffId, capacity, peakCapacity, ...change }] },
    })
    await refresh('presence')
  }
  return (
    <Row
      lead={<PersonAvatar name={name} id={staffId} />}
      title={name}
      detail={
        <span className={style.detail}>
          <PresenceMark state={person.state} />
          {t(`state.${person.state}`)} · {t('breaks.inHand', { used: person.used })}
        </span>
      }
      end={
        <>
          <NumberCell
            label={t('breaks.usual', { name })}
            value={capacity}
            most={100}
            step={0.25}
            onSet={(value) => set({ capacity: value ?? capacity })}
          />
          <NumberCell
            label={t('breaks.peak', { name })}
            value={peakCapacity}
            most={100}
            step={0.25}
            onSet={(value) => set({ peakCapacity: value ?? peakCapacity })}
          />
        </>
      }
    />
  )
}
