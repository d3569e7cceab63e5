import type { dayEndpoints } from '../../domain/day/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'

export type Day = EndpointOutput<typeof dayEndpoints.getMyDay>
