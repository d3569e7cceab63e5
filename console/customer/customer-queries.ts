import { infiniteQueryOptions, useMutation } from '@tanstack/react-query'
import type { customerEndpoints } from '../../domain/customer/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { client } from '../shell/api.ts'
import { ask, queryClient, refresh } from '../shell/query-client.ts'

export type Customer = EndpointOutput<typeof customerEndpoints.getCustomer>
export type TimelineLine = EndpointOutput<typeof customerEndpoints.getTimeline>['conversations'][number]
export type CustomerChange = Parameters<typeof client.customer.updateCustomer>[0]['body']

/** Reads one customer. */
export const askCustomer = (customerId: number) => ask('customer', 'getCustomer', { params: { customerId } })

/** The conversations of a customer, newest first, page by page. */
export const askTimeline = (customerId: number) =>
  infiniteQueryOptions({
    queryKey: ['customer', 'timeline', customerId] as const,
    queryFn: ({ pageParam }) =>
      client.customer.getTimeline({ params: { customerId }, query: { before: pageParam } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.more ? page.conversations.at(-1)?.id : undefined),
  })

/** Changes the profile; shown at once, taken back if the server refuses. */
export function useChangeCustomer(customerId: number) {
  const { queryKey } = askCustomer(customerId)
  return useMutation({
    mutationFn: (body: CustomerChange) => client.customer.updateCustomer({ params: { customerId }, body }),
    onMutate: (change) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, (old) => (old ? changed(old, change) : old))
      return before
    },
    onError: (_error, _change, before) => {
      if (before) queryClient.setQueryData(queryKey, before)
    },
    onSettled: () => refresh('customer', 'conversation'),
  })
}

function changed(customer: Customer, { fields, ...profile }: CustomerChange): Customer {
  const set = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined))
  return { ...customer, ...set, fields: { ...customer.fields, ...fields } }
}
