import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { installationEndpoints } from '../../domain/installation/endpoints.ts'

/** What the set-up has made. */
export type SetUp = EndpointOutput<typeof installationEndpoints.setUp>
