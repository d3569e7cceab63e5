import { refusals } from '../refusal.ts'

export const brandRefusals = refusals({
  brand_not_found: { status: 404, message: 'There is no such brand, or you may not see it.' },
  brand_name_taken: { status: 409, message: 'A brand with this name is here already.' },
  brand_in_use: { status: 409, message: 'This brand still has open shops. Archive these first.' },
})
