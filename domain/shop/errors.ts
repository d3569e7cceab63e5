import { refusals } from '../refusal.ts'

export const shopRefusals = refusals({
  shop_not_found: { status: 404, message: 'There is no such shop, or you may not see it.' },
  shop_name_taken: { status: 409, message: 'A shop of this brand has this name already.' },
  identity_key_not_found: { status: 404, message: 'There is no such signing key in this shop.' },
})
