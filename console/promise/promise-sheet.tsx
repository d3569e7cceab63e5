import { Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type PromiseView, promiseKinds } from '../../domain/promise/endpoints.ts'
import { useColleagues, useShops } from '../conversation/lookups.ts'
import { client } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { browserTimeZone } from '../ui/time-zone-select.tsx'
import { quickTimes } from './quick-times.ts'
import { WhenField } from './when-field.tsx'

interface PromiseSheetProps {
  conversationId: number
  shopId: number
  /** The one that is changed; without it one is made. */
  promise: PromiseView | undefined
  open: boolean
  onClose: () => void
}

interface Values {
  kind: PromiseView['kind']
  what: string
  at: number
  staffId: number
}

/** Notes what was promised to the customer and for when, or changes it. */
export default function PromiseSheet({ conversationId, shopId, promise, open, onClose }: PromiseSheetProps) {
  const { t } = useTranslation(['promise', 'shell'])
  const me = useMe()
  const colleagues = useColleagues()
  const zone = useShops().get(shopId)?.timeZone ?? browserTimeZone()
  const save = async ({ kind, what, at, staffId }: Values) => {
    const body = { what, dueAt: new Date(at).toISOString(), staffId }
    if (promise) await client.promise.changePromise({ params: { promiseId: promise.id }, body })
    else await client.promise.makePromise({ params: { conversationId }, body: { kind, ...body } })
    await refresh('promise')
    toast.done(t(promise ? 'shell:saved' : 'madeDone'))
  }
  const people = [...colleagues.values()].filter((one) => !one.suspended && one.id !== me.staffId)
  return (
    <SideSheetForm<Values>
      key={promise?.id ?? 0}
      open={open}
      title={t(promise ? 'change' : 'make')}
      initial={
        promise ? valuesOf(promise) : { kind: 'reply', what: '', staffId: me.staffId, at: firstTime(zone) }
      }
      onSave={save}
      onClose={onClose}
      saveText={promise ? undefined : t('makeIt')}
      blame={{
        promise_time_past: ['at'],
        promise_time_far: ['at'],
        promise_staff_unknown: ['staffId'],
      }}
    >
      <Form.Item name="kind" label={t('kindLabel')} hidden={promise !== undefined}>
        <Segmented block options={promiseKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item
        name="what"
        label={t('what')}
        rules={[{ required: true, whitespace: true, message: t('shell:fault.required') }]}
      >
        <Input maxLength={300} autoComplete="off" placeholder={t('whatPlaceholder')} dir="auto" />
      </Form.Item>
      <Form.Item name="at" label={t('when')}>
        <WhenField zone={zone} />
      </Form.Item>
      <Form.Item name="staffId" label={t('who')} extra={t('whoHint')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: me.staffId, label: t('me', { name: me.name }) },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
    </SideSheetForm>
  )
}

function valuesOf({ kind, what, dueAt, staffId }: PromiseView): Values {
  return { kind, what, at: Date.parse(dueAt), staffId }
}

/** What a new promise begins with: in one hour. */
function firstTime(zone: string): number {
  return quickTimes(Date.now(), zone)[0]?.at ?? Date.now()
}
