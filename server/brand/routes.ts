import { brandEndpoints } from '../../domain/brand/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createBrandFor, listBrands, updateBrand } from './actions.ts'

export const brandRoutes = routes(brandEndpoints, {
  listBrands: ({ work, viewer }) => listBrands(work.tx, viewer),
  createBrand: async ({ work, viewer, body }) => ({ brandId: await createBrandFor(work, viewer, body) }),
  updateBrand: async ({ work, viewer, params, body }) => {
    await updateBrand(work, viewer, params.brandId, body)
    return { done: true as const }
  },
})
