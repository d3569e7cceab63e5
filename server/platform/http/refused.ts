import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { allRefusals, type RefusalCode, refuse } from '../../../domain/errors.ts'
import { type Fault, Refusal } from '../../../domain/refusal.ts'
import { databaseCode } from '../work.ts'

/** All faults of a part of the input; the path begins with the part's name. */
export function faultsOf(part: string, error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    path: [part, ...issue.path].join('.'),
    code: issue.code === 'custom' ? issue.message : issue.code,
    message: issue.message,
  }))
}

/** The refusal of input with all its faults. */
export function invalidInput(faults: readonly Fault[]): Refusal {
  return new Refusal('input_invalid', allRefusals.input_invalid, {}, faults)
}

/** Turns whatever was thrown into a refusal; what nobody foresaw is `internal`. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = edgeCode(error as Partial<FastifyError>)
  if (code) return refuse(code)
  const state = databaseCode(error)
  if (state === '22021' || state === '22P05') {
    return invalidInput([
      { path: 'body', code: 'encoding', message: 'Text with characters that cannot be stored' },
    ])
  }
  if (isOutage(error, state)) return refuse('busy')
  return refuse('internal')
}

function edgeCode(error: Partial<FastifyError>): RefusalCode | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'body_too_large'
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'media_type_refused'
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY') {
    return 'body_unreadable'
  }
  if (error.statusCode === 400 || error instanceof SyntaxError) return 'body_unreadable'
  if (error.statusCode === 404) return 'not_found'
  if (error.statusCode === 413) return 'body_too_large'
  if (error.statusCode === 415) return 'media_type_refused'
  if (error.statusCode === 503) return 'busy'
  return undefined
}

/** The database is away, starting, or stopped the statement: nothing was done, try again. */
function isOutage(error: unknown, state: string | undefined): boolean {
  if (state?.startsWith('57') || state?.startsWith('08') || state?.startsWith('53') || state === '25P04')
    return true
  const message = error instanceof Error ? error.message : ''
  const code = (error as { code?: unknown } | null)?.code
  return (
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === 'ENOENT' ||
    code === 'EPIPE' ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    )
  )
}

/** Answers a request that was refused. Only unforeseen errors are logged, without their input. */
export function replyRefused(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  if (refusal.code === 'internal' || refusal.code === 'busy') {
    request.log.error({ err: error, path: request.routeOptions.url }, 'request failed')
  }
  if (refusal.status === 429) reply.header('retry-after', String(refusal.data.retryAfterSeconds ?? 5))
  return reply.status(refusal.status).send({
    error: {
      code: refusal.code,
      message: refusal.message,
      data: refusal.data,
      faults: refusal.faults,
      request: request.id,
    },
  })
}
