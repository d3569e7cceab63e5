import type { z } from 'zod'
import type { customerEndpoints } from '../../domain/customer/endpoints.ts'

/** A customer field as it is listed. */
export type CustomField = z.infer<typeof customerEndpoints.listCustomFields.output>['fields'][number]
