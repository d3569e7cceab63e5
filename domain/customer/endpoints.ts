import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { languageTag, localized } from '../localized.ts'
import { cursor, done, emailAddress, id, idParam, line, moment, typedText } from '../shape.ts'

export const identityKinds = ['user', 'email', 'phone'] as const
export const customFieldKinds = ['text', 'number', 'date', 'choice', 'yes_no'] as const

const identityShape = z.object({
  id,
  kind: z.enum(identityKinds),
  value: z.string(),
  /** Proved by a signed token, a confirmed mail or a connector; otherwise only claimed. */
  verified: z.boolean(),
  shopId: id.nullable(),
})

export const customerShape = z.object({
  id,
  brandId: id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  blocked: z.boolean(),
  createdAt: moment,
  tagIds: z.array(id),
})

export const fieldValue = z.union([typedText(1000), z.number(), z.boolean()]).nullable()

const conversationLine = z.object({
  id,
  state: z.string(),
  shopId: id,
  channelId: id,
  startedAt: moment,
  lastMessageAt: moment,
  preview: z.string(),
  topicId: id.nullable(),
  outcome: z.string().nullable(),
  assigneeId: id.nullable(),
  repeat: z.boolean(),
})

const noteShape = z.object({ id, staffId: id, staffName: z.string(), text: z.string(), createdAt: moment })

const field = z.object({
  id,
  brandId: id,
  key: z.string(),
  name: localized,
  kind: z.enum(customFieldKinds),
  choices: z.array(z.string()),
  archived: z.boolean(),
})

export const customerEndpoints = {
  listCustomers: endpoint({
    method: 'GET',
    path: '/api/customers',
    access: 'customer.read',
    summary: 'Customers whose name, mail or phone begins with the text, newest first; 50 a page.',
    query: z.object({
      text: typedText(100).optional(),
      brandId: idParam.optional(),
      tagId: idParam.optional(),
      blocked: z.enum(['true']).optional(),
      before: cursor.optional(),
    }),
    output: z.object({ customers: z.array(customerShape), next: cursor.nullable() }),
  }),
  getCustomer: endpoint({
    method: 'GET',
    path: '/api/customers/:customerId',
    access: 'customer.read',
    summary: 'One customer with identities, notes, custom fields, and people who are perhaps the same.',
    params: z.object({ customerId: idParam }),
    output: customerShape.extend({
      identities: z.array(identityShape),
      notes: z.array(noteShape),
      fields: z.record(z.string(), fieldValue),
      /** Share a claimed identity; never linked by themselves. */
      perhapsSame: z.array(
        z.object({
          customerId: id,
          name: z.string().nullable(),
          kind: z.enum(identityKinds),
          value: z.string(),
        }),
      ),
      conversations: z.number().int(),
    }),
  }),
  getTimeline: endpoint({
    method: 'GET',
    path: '/api/customers/:customerId/timeline',
    access: 'customer.read',
    summary: 'Conversations of a customer over all channels, newest first; 20 a page.',
    params: z.object({ customerId: idParam }),
    query: z.object({ before: idParam.optional() }),
    output: z.object({ conversations: z.array(conversationLine), more: z.boolean() }),
  }),
  updateCustomer: endpoint({
    method: 'PATCH',
    path: '/api/customers/:customerId',
    access: 'customer.write',
    summary: 'Changes the profile. What staff type is a claim until proved.',
    params: z.object({ customerId: idParam }),
    body: z.object({
      name: line(200).nullable().optional(),
      email: emailAddress.nullable().optional(),
      phone: line(40).nullable().optional(),
      language: languageTag.nullable().optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'country')
        .nullable()
        .optional(),
      fields: z.record(z.string().max(60), fieldValue).optional(),
    }),
    output: done,
  }),
  setCustomerTags: endpoint({
    method: 'PUT',
    path: '/api/customers/:customerId/tags',
    access: 'customer.write',
    summary: 'Replaces the tags of a customer.',
    params: z.object({ customerId: idParam }),
    body: z.object({ tagIds: z.array(id).max(50) }),
    output: done,
  }),
  addCustomerNote: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/notes',
    access: 'customer.write',
    summary: 'Writes a note on the customer, for staff only.',
    params: z.object({ customerId: idParam }),
    body: z.object({ text: typedText(5000).refine((text) => text.trim() !== '', 'line_empty') }),
    output: z.object({ noteId: id }),
  }),
  deleteCustomerNote: endpoint({
    method: 'DELETE',
    path: '/api/customers/:customerId/notes/:noteId',
    access: 'customer.write',
    summary: 'Deletes an own note.',
    params: z.object({ customerId: idParam, noteId: idParam }),
    output: done,
  }),
  blockCustomer: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/block',
    access: 'customer.block',
    summary: 'Blocks a customer: their messages are refused with a polite sentence until unblocked.',
    params: z.object({ customerId: idParam }),
    body: z.object({ reason: line(500) }),
    output: done,
  }),
  unblockCustomer: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/unblock',
    access: 'customer.block',
    summary: 'Lets a customer write again.',
    params: z.object({ customerId: idParam }),
    output: done,
  }),
  listCustomFields: endpoint({
    method: 'GET',
    path: '/api/custom-fields',
    access: 'staff',
    summary: 'The own fields of customer profiles.',
    output: z.object({ fields: z.array(field) }),
  }),
  createCustomField: endpoint({
    method: 'POST',
    path: '/api/custom-fields',
    access: 'shop.manage',
    summary: 'Adds a field to customer profiles of a brand.',
    body: z.object({
      brandId: id,
      key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'field_key'),
      name: localized,
      kind: z.enum(customFieldKinds),
      choices: z.array(line(100)).max(100).default([]),
    }),
    output: z.object({ fieldId: id }),
  }),
  updateCustomField: endpoint({
    method: 'PATCH',
    path: '/api/custom-fields/:fieldId',
    access: 'shop.manage',
    summary: 'Renames, re-orders choices of, archives or restores a field.',
    params: z.object({ fieldId: idParam }),
    body: z.object({
      name: localized.optional(),
      choices: z.array(line(100)).max(100).optional(),
      archived: z.boolean().optional(),
    }),
    output: done,
  }),
} as const
