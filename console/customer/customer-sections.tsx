import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TagChoice } from '../conversation/tag-choice.tsx'
import { client } from '../shell/api.ts'
import { queryClient, refresh } from '../shell/query-client.ts'
import { askCustomer, type Customer } from './customer-queries.ts'
import { Group } from './group.tsx'
import { Identities, PerhapsSame } from './identities.tsx'
import { Notes } from './notes.tsx'
import { Profile } from './profile.tsx'

interface SectionsProps {
  customer: Customer
  mayWrite: boolean
  /** More groups before the identities. */
  children?: ReactNode
}

/** The groups about a customer that the panel and the customer's page share. */
export function CustomerSections({ customer, mayWrite, children }: SectionsProps) {
  const { t } = useTranslation('customer')
  const setTags = useSetTags(customer.id)
  return (
    <>
      <Group name="notes" title={t('notes')} extra={customer.notes.length || undefined}>
        <Notes customer={customer} mayWrite={mayWrite} />
      </Group>
      <Group name="profile" title={t('profile')}>
        <Profile customer={customer} mayWrite={mayWrite} />
        <div style={{ marginTop: 8 }}>
          <TagChoice
            brandId={customer.brandId}
            value={customer.tagIds}
            disabled={!mayWrite}
            mayCreate={mayWrite}
            onChange={(tagIds) => setTags.mutate(tagIds)}
            label={t('tags')}
            placeholder={t('tagPlaceholder')}
          />
        </div>
      </Group>
      {children}
      <Group name="identities" title={t('identities')}>
        <Identities customer={customer} />
        <PerhapsSame customer={customer} />
      </Group>
    </>
  )
}

function useSetTags(customerId: number) {
  const { queryKey } = askCustomer(customerId)
  return useMutation({
    mutationFn: (tagIds: number[]) =>
      client.customer.setCustomerTags({ params: { customerId }, body: { tagIds } }),
    onMutate: (tagIds) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, (old) => (old ? { ...old, tagIds } : old))
      return before
    },
    onError: (_error, _tagIds, before) => {
      if (before) queryClient.setQueryData(queryKey, before)
    },
    onSettled: () => refresh('customer'),
  })
}
