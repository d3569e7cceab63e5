import { ask } from '../shell/query-client.ts'

/** The own day, read again every fifteen seconds while the page is in sight. */
export const askDay = () => ({
  ...ask('day', 'getMyDay'),
  refetchInterval: 15_000,
  refetchIntervalInBackground: false,
  staleTime: 5_000,
  meta: { quiet: true },
})
