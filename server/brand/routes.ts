import { brandEndpoints } from '../../domain/brand/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import type { Work } from '../platform/work.ts'
import { createBrandFor, listBrands, updateBrand } from './actions.ts'

/** `furnish` gives a new brand, in the same transaction, what other terms have for one to begin with. */
export const brandRoutes = (furnish: (work: Work, brandId: number) => Promise<void>) =>
  routes(brandEndpoints, {
    listBrands: ({ work, viewer }) => listBrands(work.tx, viewer),
    createBrand: async ({ work, viewer, body }) => {
      const brandId = await createBrandFor(work, viewer, body)
      await furnish(work, brandId)
      return { brandId }
    },
    updateBrand: async ({ work, viewer, params, body }) => {
      await updateBrand(work, viewer, params.brandId, body)
      return { done: true as const }
    },
  })
