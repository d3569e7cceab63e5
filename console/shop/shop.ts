import type { z } from 'zod'
import type { shopEndpoints } from '../../domain/shop/endpoints.ts'

/** A shop as it is listed. */
export type Shop = z.infer<typeof shopEndpoints.listShops.output>['shops'][number]
