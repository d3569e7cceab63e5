import { refusals } from '../refusal.ts'

export const installationRefusals = refusals({
  setup_done: { status: 409, message: 'Shopdesk is set up already. Sign in instead.' },
  setup_token_wrong: {
    status: 403,
    message: 'This set-up address is not valid. Open the address that the program printed when it started.',
  },
})
