import { customerEndpoints } from '../../domain/customer/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createCustomField, listCustomFields, updateCustomField } from './actions/custom-fields.ts'
import {
  addCustomerNote,
  blockCustomer,
  deleteCustomerNote,
  setCustomerTags,
  unblockCustomer,
  updateCustomer,
} from './actions/profile.ts'
import { getCustomer, getTimeline, listCustomers } from './actions/read.ts'

const done = { done: true } as const

export const customerRoutes = routes(customerEndpoints, {
  listCustomers: ({ work, viewer, query }) => listCustomers(work.tx, viewer, query),
  getCustomer: ({ work, viewer, params }) => getCustomer(work.tx, viewer, params.customerId),
  getTimeline: ({ work, viewer, params, query }) =>
    getTimeline(work.tx, viewer, params.customerId, query.before),
  updateCustomer: async ({ work, viewer, params, body }) => {
    await updateCustomer(work, viewer, params.customerId, body)
    return done
  },
  setCustomerTags: async ({ work, viewer, params, body }) => {
    await setCustomerTags(work, viewer, params.customerId, body.tagIds)
    return done
  },
  addCustomerNote: async ({ work, viewer, params, body }) => ({
    noteId: await addCustomerNote(work, viewer, params.customerId, body.text),
  }),
  deleteCustomerNote: async ({ work, viewer, params }) => {
    await deleteCustomerNote(work, viewer, params.customerId, params.noteId)
    return done
  },
  blockCustomer: async ({ work, viewer, params, body }) => {
    await blockCustomer(work, viewer, params.customerId, body.reason)
    return done
  },
  unblockCustomer: async ({ work, viewer, params }) => {
    await unblockCustomer(work, viewer, params.customerId)
    return done
  },
  listCustomFields: ({ work, viewer }) => listCustomFields(work.tx, viewer),
  createCustomField: async ({ work, viewer, body }) => ({
    fieldId: await createCustomField(work, viewer, body),
  }),
  updateCustomField: async ({ work, viewer, params, body }) => {
    await updateCustomField(work, viewer, params.fieldId, body)
    return done
  },
})
