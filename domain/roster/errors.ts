import { refusals } from '../refusal.ts'

export const rosterRefusals = refusals({
  shift_not_found: { status: 404, message: 'There is no such shift, or you may not see it.' },
  shift_length: {
    status: 422,
    message: 'The end must come after the start; a shift lasts at most 24 hours, a leave at most a year.',
  },
  shift_overlaps: {
    status: 409,
    message: 'They have another shift or leave at that time. Change one of them.',
  },
  leave_stopped: { status: 409, message: 'A peak event stops leave in these days.' },
  handover_not_found: { status: 404, message: 'There is no such handover, or you may not see it.' },
  handover_signed: { status: 409, message: 'This handover has been signed.' },
  handover_own: { status: 409, message: 'Somebody of the next shift signs, not the one who wrote it.' },
  handover_not_of_team: { status: 403, message: 'Only members of the team hand over and sign.' },
  peak_not_found: { status: 404, message: 'There is no such peak event, or you may not see it.' },
  peak_dates: {
    status: 422,
    message: 'The end must come after the start; a peak event lasts at most 90 days.',
  },
  peak_overlaps: {
    status: 409,
    message: 'The brand has another peak event in these days. Change one of them.',
  },
  peak_cancelled: { status: 409, message: 'This peak event was cancelled. Make a new one.' },
})
