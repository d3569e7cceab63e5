import { refusals } from '../refusal.ts'

export const fileRefusals = refusals({
  file_not_found: { status: 404, message: 'This file is not here any more.' },
  file_too_large: {
    status: 413,
    message: 'This file is too large. See the limit in the data and send a smaller one.',
  },
  file_kind_refused: {
    status: 415,
    message:
      'Files of this kind are not accepted. Send a picture, a PDF, a document, a sheet, audio, video or a ZIP.',
  },
  picture_too_large: {
    status: 422,
    message: 'This picture has too many pixels. Scale it down and send it again.',
  },
  file_empty: { status: 422, message: 'This file is empty.' },
  file_used: {
    status: 422,
    message:
      'A file of the message is missing, was uploaded by somebody else, or was sent already. Upload it again.',
  },
  uploads_off: { status: 403, message: 'This shop does not accept files here.' },
})
