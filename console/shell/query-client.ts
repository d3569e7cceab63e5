import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import type { Api } from '../../domain/api.ts'
import { CallRefused, type Client } from '../../domain/client.ts'
import { client } from './api.ts'
import { toast } from './toast.tsx'

/**
 * Reads are kept for half a minute and asked again when the window comes back. A failed first read is shown in its
 * place (`ErrorState`); a failed refresh and a failed write are told in a toast. A mutation with
 * `meta: { quiet: true }` tells its errors itself.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: tryAgain, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.state.data !== undefined && query.meta?.quiet !== true) toast.refused(error)
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.quiet !== true) toast.refused(error)
    },
  }),
})

function tryAgain(count: number, error: Error): boolean {
  const status = error instanceof CallRefused ? error.status : 500
  return count < 2 && (status === 0 || status >= 500)
}

type Term = keyof Api
type Calls<T extends Term> = Client<Api>[T]
type Input<F> = F extends (input: infer I) => unknown ? I : never
type Output<F> = F extends (...input: never[]) => Promise<infer O> ? O : never

/**
 * The query of one reading endpoint: `useQuery(ask('tag', 'listTags'))`, `useQuery(ask('customer', 'getCustomer',
 * { params: { customerId } }))`. Its key is `[term, endpoint, input]`, so `refresh('tag')` reads a term again.
 */
export function ask<T extends Term, K extends keyof Calls<T> & string>(
  term: T,
  name: K,
  input?: Input<Calls<T>[K]>,
) {
  return queryOptions({
    queryKey: [term, name, input ?? null] as const,
    queryFn: () => {
      const call = client[term][name] as (input?: unknown) => Promise<Output<Calls<T>[K]>>
      return call(input)
    },
  })
}

/** Reads everything of these terms again. Takes the client's names and the log's (`cannedReply`, `canned_reply`). */
export async function refresh(...terms: string[]): Promise<void> {
  await Promise.all(terms.map((term) => queryClient.invalidateQueries({ queryKey: [camel(term)] })))
}

function camel(term: string): string {
  return term.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
