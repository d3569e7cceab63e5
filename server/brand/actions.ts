import type { brandEndpoints } from '../../domain/brand/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import { reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessWholeBrand, brandsSeen } from './access.ts'
import { type BrandChange, hasOpenShops, insertBrand, selectBrands, updateBrandRow } from './store.ts'

/** The brands in which the viewer holds any role. */
export async function listBrands(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof brandEndpoints.listBrands>> {
  const rows = await selectBrands(tx, await brandsSeen(tx, viewer))
  return {
    brands: rows.map((row) => ({
      id: row.id,
      name: row.name,
      archived: row.archived_at !== null,
      createdAt: row.created_at.toISOString(),
    })),
  }
}

/** Makes a brand and answers its number. Refuses `brand_name_taken`. */
export async function createBrand(work: Work, input: { name: string }): Promise<number> {
  const brandId = await insertBrand(work.tx, input.name, work.now).catch(nameTaken)
  await appendEvent(work, {
    name: 'brand.created',
    brandId,
    data: { brandId },
    audience: [audience.everybody],
  })
  return brandId
}

/** Makes a brand on a viewer's behalf; only a role without limits may. Refuses `not_allowed`. */
export async function createBrandFor(work: Work, viewer: Viewer, input: { name: string }): Promise<number> {
  if (!reachOf(viewer, 'brand.manage').everything) throw refuse('not_allowed')
  return createBrand(work, input)
}

/** Renames, archives or restores. Refuses `brand_in_use` while shops are open. */
export async function updateBrand(
  work: Work,
  viewer: Viewer,
  brandId: number,
  change: BrandChange,
): Promise<void> {
  await accessWholeBrand(work.tx, viewer, brandId, 'brand.manage')
  await updateBrandRow(work.tx, brandId, change, work.now).catch(nameTaken)
  if (change.archived && (await hasOpenShops(work.tx, brandId))) throw refuse('brand_in_use')
  await appendEvent(work, {
    name: 'brand.changed',
    brandId,
    data: { brandId },
    audience: [audience.everybody],
  })
}

function nameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'brand_name' ? refuse('brand_name_taken') : error
}
