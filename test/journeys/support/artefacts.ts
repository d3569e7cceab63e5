import { join } from 'node:path'

/** Where the pictures of the journeys are left; git does not keep them. */
export const artefacts = join(import.meta.dirname, '../../artefacts')
