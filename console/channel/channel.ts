import type { z } from 'zod'
import type { channelEndpoints } from '../../domain/channel/endpoints.ts'

/** A channel as it is listed. */
export type Channel = z.infer<typeof channelEndpoints.listChannels.output>['channels'][number]
