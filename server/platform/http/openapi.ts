import { z } from 'zod'
import type { Endpoint, Endpoints } from '../../../domain/endpoint.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 description of all endpoints. */
export function openApi(api: Readonly<Record<string, Endpoints>>, version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [term, endpoints] of Object.entries(api)) {
    for (const [name, declared] of Object.entries(endpoints)) {
      const path = declared.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [declared.method.toLowerCase()]: operation(term, name, declared) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shopdesk',
      version,
      description: 'Every endpoint that the console, the widget and integrations use.',
    },
    paths,
    components: {
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: 'shopdesk.session_token' },
        visitor: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Refused: refusedSchema },
    },
  }
}

function operation(term: string, name: string, declared: Endpoint): Json {
  return {
    operationId: `${term}.${name}`,
    tags: [term],
    summary: declared.summary,
    security: security(declared),
    'x-permission': declared.access,
    parameters: [...parameters('path', declared.params), ...parameters('query', declared.query)],
    ...(declared.body || declared.raw === 'request' ? { requestBody: requestBody(declared) } : {}),
    responses: {
      200: { description: 'Done', content: content(declared.output, declared.raw === 'response') },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
      },
    },
  }
}

function security(declared: Endpoint): Json[] {
  if (declared.access === 'public') return []
  return [{ [declared.access === 'visitor' ? 'visitor' : 'staff']: [] }]
}

function requestBody(declared: Endpoint): Json {
  if (declared.raw === 'request') {
    return { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  }
  return { required: true, content: content(declared.body as z.ZodType, false, 'input') }
}

function content(schema: z.ZodType, binary: boolean, io: 'input' | 'output' = 'output'): Json {
  if (binary) return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: jsonSchema(schema, io) } }
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return []
  const object = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(object.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (object.required ?? []).includes(name),
    schema: property,
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const refusedSchema: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'data', 'faults', 'request'],
      properties: {
        code: { type: 'string', description: 'Stable; translate by it' },
        message: { type: 'string', description: 'What to do, in English' },
        data: { type: 'object' },
        faults: {
          type: 'array',
          items: {
            type: 'object',
            properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
          },
        },
        request: { type: 'string', description: 'Number of the request in the log' },
      },
    },
  },
}
