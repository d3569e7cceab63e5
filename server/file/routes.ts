import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { fileEndpoints } from '../../domain/file/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { takeFromWindow } from '../platform/http/rate.ts'
import { accessUploadingVisitor } from './access.ts'
import { serveFile, servePreview } from './actions/serve.ts'
import { uploadFile } from './actions/upload.ts'

/** How many files one visitor may send in ten minutes. */
const visitorUploads = 60
const windowSeconds = 600

/** Uploads are direct: bytes come in for as long as they take, and only then a transaction begins. */
export const fileRoutes = routes(
  fileEndpoints,
  {
    uploadFile: ({ work, viewer, query, request }) =>
      uploadFile(work.platform, work.actor, {
        staffId: viewer.staffId,
        visitorId: null,
        brandId: null,
        ...sent(request, query.name),
      }),
    uploadVisitorFile: async ({ work, visitorToken, query, request }) => {
      const { visitorId, customerId, brandId } = await accessUploadingVisitor(work.tx, visitorToken, work.now)
      await takeFromWindow(work.tx, `file:visitor:${visitorId}`, visitorUploads, windowSeconds, work.now)
      const uploader = { staffId: null, visitorId, brandId }
      const actor = { kind: 'customer', id: customerId } as const
      return uploadFile(work.platform, actor, { ...uploader, ...sent(request, query.name) })
    },
    getFile: async ({ work, params, query, request, reply }) => {
      const { dataDir } = work.platform.config
      const file = query.preview
        ? await servePreview(work.tx, dataDir, params.fileId)
        : await serveFile(work.tx, dataDir, params.fileId, request.headers.range)
      reply.status(file.status).headers(file.headers).send(file.bytes)
    },
  },
  ['uploadFile', 'uploadVisitorFile'],
)

function sent(request: FastifyRequest, name: string) {
  const length = Number(request.headers['content-length'])
  const bytes = request.body instanceof Readable ? request.body : request.raw
  return { name, bytes, announced: Number.isSafeInteger(length) ? length : null }
}
