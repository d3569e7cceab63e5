import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { tagEndpoints } from '../../domain/tag/endpoints.ts'
import { accessPartOfBrand, brandsSeen } from '../brand/access.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessTag } from './access.ts'
import { deleteTagRow, insertTag, selectTagNamed, selectTags, type TagChange, updateTagRow } from './store.ts'

/** Tags of the brands that the viewer sees. */
export async function listTags(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof tagEndpoints.listTags>> {
  const rows = await selectTags(tx, await brandsSeen(tx, viewer))
  return {
    tags: rows.map((row) => ({ id: row.id, brandId: row.brand_id, name: row.name, colour: row.colour })),
  }
}

/** Makes a tag, or answers the one of the same name. Refuses `brand_not_found`, `not_allowed`. */
export async function createTag(
  work: Work,
  viewer: Viewer,
  input: { brandId: number; name: string; colour: string },
): Promise<number> {
  await accessPartOfBrand(work.tx, viewer, input.brandId, 'customer.write')
  const tagId = await insertTag(work.tx, input, work.now)
  if (tagId) {
    await appendTagEvent(work, 'tag.created', input.brandId, tagId)
    return tagId
  }
  const existing = await selectTagNamed(work.tx, input.brandId, input.name)
  if (!existing) throw refuse('busy')
  return existing
}

/** Renames or recolours. Refuses `tag_not_found`, `not_allowed`, `tag_name_taken`. */
export async function updateTag(work: Work, viewer: Viewer, tagId: number, change: TagChange): Promise<void> {
  const row = await accessTag(work.tx, viewer, tagId)
  await updateTagRow(work.tx, tagId, change).catch(nameTaken)
  await appendTagEvent(work, 'tag.changed', row.brand_id, tagId)
}

/** Deletes a tag and takes it off everything. Refuses `tag_not_found`, `not_allowed`. */
export async function deleteTag(work: Work, viewer: Viewer, tagId: number): Promise<void> {
  const row = await accessTag(work.tx, viewer, tagId)
  await deleteTagRow(work.tx, tagId)
  await appendTagEvent(work, 'tag.deleted', row.brand_id, tagId)
}

async function appendTagEvent(
  work: Work,
  name: 'tag.created' | 'tag.changed' | 'tag.deleted',
  brandId: number,
  tagId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { tagId }, audience: [audience.everybody] })
}

function nameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'tag_name' ? refuse('tag_name_taken') : error
}
