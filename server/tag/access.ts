import { refuse } from '../../domain/errors.ts'
import { mayAt, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { countTags, selectTag, type TagRow } from './store.ts'

/** The tag, if the viewer may manage it. Refuses `tag_not_found`, `not_allowed`. */
export async function accessTag(tx: Tx, viewer: Viewer, tagId: number): Promise<TagRow> {
  const row = await selectTag(tx, tagId)
  if (!row || !inBrands(await brandsSeen(tx, viewer), row.brand_id)) throw refuse('tag_not_found')
  if (!mayAt(viewer, 'tag.manage', { brandId: row.brand_id })) throw refuse('not_allowed')
  return row
}

/** Refuses `tag_not_found` unless all of these are tags of the brand. */
export async function requireTags(tx: Tx, brandId: number, tagIds: readonly number[]): Promise<void> {
  const wanted = new Set(tagIds)
  if (wanted.size > 0 && (await countTags(tx, brandId, [...wanted])) < wanted.size) {
    throw refuse('tag_not_found')
  }
}
