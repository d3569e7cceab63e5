import { refuse } from '../../domain/errors.ts'
import { type Platform, transact, type Work } from '../platform/work.ts'
import { removeFile, removeUnfinished } from './disk.ts'
import { attachLoose, deleteLoose, deleteOfMessage } from './store.ts'

/** Files for a message of one sender. */
export type Attachment = { readonly fileIds: readonly string[]; readonly messageId: number } & (
  | { readonly staffId: number; readonly visitorId?: undefined }
  | { readonly visitorId: number; readonly staffId?: undefined }
)

/**
 * Gives loose files to a message of the one who uploaded them. Refuses `file_used` when any is missing, somebody
 * else's, of another brand, or was sent already; then none is given.
 */
export async function attachFiles(work: Work, attachment: Attachment): Promise<void> {
  const wanted = [...new Set(attachment.fileIds)]
  if (wanted.length === 0) return
  const { messageId, staffId = null, visitorId = null } = attachment
  const attached = await attachLoose(work.tx, wanted, messageId, { staffId, visitorId })
  if (attached < wanted.length) throw refuse('file_used')
}

/** Removes the files of a message that was taken back; their bytes go once that is certain. */
export async function removeFilesOf(work: Work, messageId: number): Promise<void> {
  const publicIds = await deleteOfMessage(work.tx, messageId)
  const { config, log } = work.platform
  work.afterCommit(() => {
    for (const publicId of publicIds) {
      removeFile(config.dataDir, publicId).catch((error: unknown) => {
        log.warn({ err: error, publicId }, 'a file of a recalled message could not be removed')
      })
    }
  })
}

const day = 86_400_000
const batch = 200

/** Removes files that no message took within a day, and uploads that were never finished. For the schedule. */
export async function removeLooseFiles(platform: Platform): Promise<void> {
  const { dataDir } = platform.config
  const before = new Date(platform.now().getTime() - day)
  let removed = batch
  while (removed === batch) {
    removed = await transact(platform, { kind: 'system', id: null }, async ({ tx }) => {
      const publicIds = await deleteLoose(tx, before, batch)
      for (const publicId of publicIds) await removeFile(dataDir, publicId)
      return publicIds.length
    })
  }
  await removeUnfinished(dataDir, before)
}
