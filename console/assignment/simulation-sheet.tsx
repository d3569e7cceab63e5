import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { type AssignmentPolicy, defaultPolicy } from '../../domain/assignment/policy.ts'
import { useColleagues } from '../conversation/lookups.ts'
import { client } from '../shell/api.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import style from './assignment.module.css'
import { lentDraft } from './draft-policy.ts'

interface SheetProps {
  brandId: number
  open: boolean
  onClose: () => void
  onStarted: (simulationId: number) => void
}

interface Side {
  /** `now`, `default`, `draft`, or the number of a version. */
  policy: 'now' | 'default' | 'draft' | number
  capacity?: number | null
  extraAgents: number
  withoutStaffIds: number[]
}

interface Values {
  days: number
  a: Side
  b: Side
}

/** Asks for a simulation: which days, and what stands on each side. */
export function SimulationSheet({ brandId, open, onClose, onStarted }: SheetProps) {
  const { t } = useTranslation('assignment')
  const side = { extraAgents: 0, withoutStaffIds: [] }
  const b = lentDraft(brandId) ? ('draft' as const) : ('now' as const)
  const start = async ({ days, ...sides }: Values) => {
    const to = dayjs().startOf('day')
    const { simulationId } = await client.assignment.startSimulation({
      params: { brandId },
      body: {
        from: to.subtract(days, 'day').toISOString(),
        to: to.toISOString(),
        a: await variantOf(brandId, sides.a),
        b: await variantOf(brandId, sides.b),
      },
    })
    await refresh('assignment')
    // The sheet closes itself, which leaves its address; the new one is opened after that.
    setTimeout(() => onStarted(simulationId))
  }
  return (
    <SideSheetForm<Values>
      open={open}
      title={t('sim.start')}
      initial={{ days: 7, a: { policy: 'now', ...side }, b: { policy: b, ...side } }}
      saveText={t('sim.run')}
      onSave={start}
      onClose={onClose}
      width={640}
    >
      <Form.Item name="days" label={t('sim.period')}>
        <Select
          options={[1, 7, 14, 28].map((days) => ({ value: days, label: t('sim.lastDays', { count: days }) }))}
          style={{ width: 200 }}
        />
      </Form.Item>
      <div className={style.sides}>
        <SideFields brandId={brandId} name="a" />
        <SideFields brandId={brandId} name="b" />
      </div>
    </SideSheetForm>
  )
}

function SideFields({ brandId, name }: { brandId: number; name: 'a' | 'b' }) {
  const { t } = useTranslation('assignment')
  const versions = useQuery(ask('assignment', 'listAssignmentPolicyVersions', { params: { brandId } }))
  const people = [...useColleagues().values()].filter(({ suspended }) => !suspended)
  const choices: { value: Side['policy']; label: string }[] = [
    { value: 'now', label: t('sim.policyNow') },
    ...(lentDraft(brandId) ? [{ value: 'draft' as const, label: t('sim.policyDraft') }] : []),
    { value: 'default', label: t('sim.policyDefault') },
    ...(versions.data?.versions ?? []).map(({ version }) => ({
      value: version,
      label: t('version', { version }),
    })),
  ]
  return (
    <fieldset style={{ minWidth: 0, margin: 0, padding: 0, border: 0 }}>
      <legend style={{ marginBottom: 8, fontWeight: 500 }}>
        {t(name === 'a' ? 'sim.sideA' : 'sim.sideB')}
      </legend>
      <Form.Item name={[name, 'policy']} label={t('sim.policy')}>
        <Select options={choices} />
      </Form.Item>
      <Form.Item name={[name, 'extraAgents']} label={t('sim.extra')}>
        <InputNumber min={0} max={200} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name={[name, 'withoutStaffIds']} label={t('sim.without')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('sim.withoutNone')}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'capacity']} label={t('sim.capacity')}>
        <InputNumber
          min={0.25}
          max={100}
          step={0.25}
          placeholder={t('sim.capacityOwn')}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </fieldset>
  )
}

async function variantOf(brandId: number, side: Side) {
  return {
    policy: await policyOf(brandId, side.policy),
    capacity: side.capacity ?? null,
    extraAgents: side.extraAgents,
    withoutStaffIds: side.withoutStaffIds,
  }
}

async function policyOf(brandId: number, chosen: Side['policy']): Promise<AssignmentPolicy | null> {
  if (chosen === 'now') return null
  if (chosen === 'default') return defaultPolicy
  if (chosen === 'draft') return lentDraft(brandId) ?? null
  const found = await client.assignment.getAssignmentPolicy({
    params: { brandId },
    query: { version: chosen },
  })
  return found.policy
}
