import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { rosterEndpoints } from '../../domain/roster/endpoints.ts'

export type Peak = EndpointOutput<typeof rosterEndpoints.listPeakEvents>['events'][number]
