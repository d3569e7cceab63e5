import { refusals } from '../refusal.ts'

export const customerRefusals = refusals({
  customer_not_found: { status: 404, message: 'There is no such customer, or you may not see them.' },
  note_not_found: { status: 404, message: 'There is no such note of yours.' },
  custom_field_not_found: { status: 404, message: 'There is no such field.' },
  custom_field_key_taken: { status: 409, message: 'A field of this key is here already.' },
  custom_field_invalid: { status: 422, message: 'A value does not fit its field. See the faults.' },
})
