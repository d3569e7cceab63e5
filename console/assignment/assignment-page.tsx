import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Form, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { type AssignmentPolicy, defaultPolicy, policyShape } from '../../domain/assignment/policy.ts'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { FormError } from '../ui/form-error.tsx'
import { Page } from '../ui/page.tsx'
import { useSaving } from '../ui/saving.ts'
import style from './assignment.module.css'
import { askPolicy } from './assignment-queries.ts'
import { lendDraft } from './draft-policy.ts'
import { PolicyParts } from './policy-form.tsx'
import { PolicyVersions } from './policy-versions.tsx'

/** Settings, Assignment: the policy of a brand, and who changed it when. */
export default function AssignmentPage() {
  const { t } = useTranslation('assignment')
  const choice = useBrandChoice()
  const router = useRouter()
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <Button onClick={() => void router.navigate({ href: '/settings/assignment/simulator' })}>
            {t('simulator')}
          </Button>
        </>
      }
    >
      {choice.brandId && <BrandPolicy key={choice.brandId} brandId={choice.brandId} />}
    </Page>
  )
}

function BrandPolicy({ brandId }: { brandId: number }) {
  const { data, error, refetch } = useQuery(askPolicy(brandId))
  if (data)
    return <PolicyForm key={data.version} brandId={brandId} version={data.version} policy={data.policy} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Skeleton active paragraph={{ rows: 10 }} />
}

interface Values {
  policy: AssignmentPolicy
}

function PolicyForm({ brandId, version, policy }: Values & { brandId: number; version: number }) {
  const { t } = useTranslation('assignment')
  const router = useRouter()
  const [form] = Form.useForm<Values>()
  const now: unknown = Form.useWatch('policy', { form, preserve: true })
  const touched = now !== undefined && JSON.stringify(now) !== JSON.stringify(policy)
  const { save, busy, refused } = useSaving<Values>(
    form,
    async () => {
      const body = { version, policy: form.getFieldsValue(true).policy as AssignmentPolicy }
      await client.assignment.putAssignmentPolicy({ params: { brandId }, body })
      toast.done(t('saved'))
      await refresh('assignment')
    },
    { policy_reference_unknown: ['policy', 'rules'] },
  )
  const load = (loaded: AssignmentPolicy) => form.setFieldsValue({ policy: loaded })
  const simulate = () => {
    const read = policyShape.safeParse(form.getFieldsValue(true).policy)
    if (!read.success) return form.submit()
    lendDraft(brandId, touched ? read.data : null)
    void router.navigate({ href: '/settings/assignment/simulator?open=new' })
  }
  return (
    <>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ policy }}
        onFinish={save}
        requiredMark={false}
        scrollToFirstError
      >
        <FormError text={refused} />
        <PolicyParts brandId={brandId} />
        <div className={style.bar}>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!touched}>
            {t('save')}
          </Button>
          <Button onClick={simulate}>{t('simulate')}</Button>
          <Button type="text" onClick={() => load(defaultPolicy)}>
            {t('resetAll')}
          </Button>
        </div>
      </Form>
      <PolicyVersions brandId={brandId} version={version} onLoad={load} />
    </>
  )
}
