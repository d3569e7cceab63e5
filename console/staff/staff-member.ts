import type { z } from 'zod'
import type { staffShape } from '../../domain/staff/endpoints.ts'

/** A member of staff as listed. */
export type StaffMember = z.infer<typeof staffShape>
