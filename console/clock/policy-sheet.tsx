import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clockKinds } from '../../domain/clock/kinds.ts'
import type { ClockTarget } from '../../domain/clock/policy-shape.ts'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { EscalationFields } from './escalation-fields.tsx'
import { MatchFields } from './match-fields.tsx'
import style from './policy.module.css'
import { newPolicy, type Policy, type PolicyValues } from './policy.ts'
import { TargetField, targetFault } from './target-field.tsx'

interface PolicySheetProps {
  brandId: number
  /** One of the list, or `new`. */
  policy: Policy | 'new' | undefined
  onClose: () => void
}

/** Edits a clock policy: where it holds, what it promises, and what happens when a promise is in danger. */
export function PolicySheet({ brandId, policy, onClose }: PolicySheetProps) {
  const { t } = useTranslation(['clock', 'shell'])
  const one = policy === 'new' ? undefined : policy
  const update = async (policyId: number, body: Partial<PolicyValues> & { archived?: boolean }) => {
    await client.clock.updatePolicy({ params: { policyId }, body })
    await refresh('clock')
  }
  const save = async (values: PolicyValues) => {
    const calendarId = values.definition.calendarId ?? null
    const body = { ...values, definition: { ...values.definition, calendarId } }
    if (one) await update(one.id, body)
    else {
      await client.clock.createPolicy({ body: { brandId, ...body } })
      await refresh('clock')
    }
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<PolicyValues>
      key={one?.id ?? 0}
      open={policy !== undefined}
      title={one?.name ?? t('newPolicy')}
      initial={one ? { name: one.name, definition: one.definition } : { definition: newPolicy }}
      onSave={save}
      onClose={onClose}
      blame={{ clock_policy_name_taken: ['name'], calendar_not_found: ['definition', 'calendarId'] }}
      width={760}
      aside={
        one && (
          <ArchiveButton
            archived={one.archived}
            name={one.name}
            onSet={(archived) => update(one.id, { archived })}
            onDone={onClose}
          />
        )
      }
    >
      {one && <Alert type="info" showIcon className={style.fromNowOn} title={t('fromNowOn')} />}
      <NameItem />
      <Group title={t('matchTitle')} hint={t('matchHint')}>
        <MatchFields brandId={brandId} />
      </Group>
      <Group title={t('targetsTitle')} hint={t('targetsHint')}>
        <CalendarItem brandId={brandId} />
        <Form.Item noStyle dependencies={[['definition', 'calendarId']]}>
          {({ getFieldValue }) => <Targets calendar={getFieldValue(['definition', 'calendarId']) != null} />}
        </Form.Item>
      </Group>
      <Group title={t('stepsTitle')} hint={t('stepsHint')}>
        <EscalationFields />
      </Group>
    </SideSheetForm>
  )
}

function Group({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className={style.group}>
      <h2>{title}</h2>
      <p className={style.quiet}>{hint}</p>
      {children}
    </section>
  )
}

function CalendarItem({ brandId }: { brandId: number }) {
  const { t } = useTranslation('clock')
  const { data } = useQuery(ask('clock', 'listCalendars'))
  const calendars = (data?.calendars ?? []).filter((one) => one.brandId === brandId && !one.archived)
  return (
    <Form.Item
      name={['definition', 'calendarId']}
      label={t('calendar')}
      extra={calendars.length === 0 ? t('calendarFirst') : undefined}
    >
      <Select
        allowClear
        placeholder={t('aroundTheClock')}
        options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}

function Targets({ calendar }: { calendar: boolean }) {
  const { t } = useTranslation(['clock', 'shell'])
  const sound = {
    validator: (_rule: unknown, target: ClockTarget | null) => {
      const fault = targetFault(target ?? null)
      if (fault === null) return Promise.resolve()
      return Promise.reject(
        new Error(fault === 'too_short' ? t('tooShort') : t('shell:fault.warning_after_target')),
      )
    },
  }
  return (
    <div className={style.targets}>
      {clockKinds.map((kind) => (
        <Form.Item
          key={kind}
          name={['definition', 'targets', kind]}
          rules={[sound]}
          className={style.targetItem}
        >
          <TargetField kind={kind} calendar={calendar} />
        </Form.Item>
      ))}
    </div>
  )
}
