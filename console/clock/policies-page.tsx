import { ClockCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { KeyCaps } from '../shell/keys.tsx'
import { useOpenRow } from '../shell/open-row.ts'
import { ask, queryClient, refresh } from '../shell/query-client.ts'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Rows } from '../ui/rows.tsx'
import style from './policy.module.css'
import { moved } from './policy.ts'
import { PolicyRow } from './policy-row.tsx'
import { PolicySheet } from './policy-sheet.tsx'

/** The clock policies of a brand in their order. */
export default function PoliciesPage() {
  const { t } = useTranslation('clock')
  const query = useQuery(ask('clock', 'listPolicies'))
  const choice = useBrandChoice()
  const { open, show, hide } = useOpenRow()
  const [all, setAll] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const { brandId } = choice
  const policies = (query.data?.policies ?? []).filter((one) => one.brandId === brandId)
  const inOrder = policies.filter(({ archived }) => !archived)
  const ids = inOrder.map(({ id }) => id)
  const order = useOrder(brandId)
  const move = (id: number, by: 1 | -1) => {
    const next = moved(ids, id, by)
    if (next === ids) return
    const held = document.activeElement?.getAttribute('data-holds')
    order.mutate(next)
    // A row that moves loses the focus; whoever moves it by keyboard goes on moving it.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-policy="${id}"] [data-holds="${held ?? 'up'}"]`)
        ?.focus(),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-policy]')
    if (!event.altKey || by === null || !row) return
    event.preventDefault()
    move(Number(row.dataset.policy), by)
  }
  return (
    <Page
      title={t('policies')}
      hint={t('policiesHint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <ArchivedSwitch rows={policies} value={all} onChange={setAll} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {t('newPolicy')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for the keys of the rows inside */}
      <div ref={list} onKeyDown={onKeyDown}>
        <Rows
          query={query}
          label={t('policies')}
          rows={[...inOrder, ...policies.filter(({ archived }) => all && archived)]}
          empty={
            <EmptyState
              icon={<ClockCircleOutlined />}
              title={t('policiesEmpty')}
              hint={t('policiesEmptyHint')}
            />
          }
          render={(policy) => (
            <PolicyRow
              key={policy.id}
              policy={policy}
              place={ids.indexOf(policy.id)}
              places={ids.length}
              onOpen={() => show(policy.id)}
              onMove={(by) => move(policy.id, by)}
            />
          )}
        />
      </div>
      {ids.length > 1 && (
        <p className={style.orderHint}>
          {t('orderHint')}{' '}
          <span className={style.moveHint}>
            {t('moveHint')} <KeyCaps keys="alt+arrowup" /> <KeyCaps keys="alt+arrowdown" />
          </span>
        </p>
      )}
      {brandId !== undefined && (
        <PolicySheet
          brandId={brandId}
          policy={open === 'new' ? 'new' : policies.find(({ id }) => id === open)}
          onClose={hide}
        />
      )}
    </Page>
  )
}

/** Puts the policies in order: shown at once, read again when the server has answered. */
function useOrder(brandId: number | undefined) {
  const { queryKey } = ask('clock', 'listPolicies')
  return useMutation({
    mutationFn: (policyIds: readonly number[]) =>
      client.clock.orderPolicies({ body: { brandId: brandId ?? 0, policyIds: [...policyIds] } }),
    onMutate: (policyIds) => {
      const place = (id: number) => {
        const at = policyIds.indexOf(id)
        return at < 0 ? policyIds.length : at
      }
      queryClient.setQueryData(queryKey, (old) =>
        old ? { policies: old.policies.toSorted((a, b) => place(a.id) - place(b.id)) } : old,
      )
    },
    onSettled: () => refresh('clock'),
  })
}
