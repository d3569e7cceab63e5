import { sizeText } from '../language/time.ts'
import { useEnvironment, useWidget } from './environment.ts'
import { CloseIcon, FileIcon } from './icons.tsx'
import type { Uploads } from './use-uploads.ts'

/** The files that will go with the message: how far each is, or what to do about it. */
export function UploadChips({ uploads }: { uploads: Uploads }) {
  const { say, language } = useEnvironment()
  const { settings } = useWidget()
  const limit = sizeText(settings?.fileMaxBytes ?? 0, language)
  if (uploads.all.length === 0) return null
  return (
    <ul class="chips">
      {uploads.all.map(({ id, name, size, picture, share, view, fault, mendable }) => {
        const percent = Math.round(share * 100)
        return (
          <li key={id} class={fault ? 'chip wrong' : 'chip'}>
            {picture ? <img src={picture} alt="" /> : <FileIcon />}
            <div class="chip-text">
              {fault ? (
                <span class="fault" role="alert">
                  {say(fault, { name, limit })}
                </span>
              ) : (
                <>
                  <span class="file-name" dir="auto">
                    {name}
                  </span>
                  {view ? (
                    <small>{sizeText(size, language)}</small>
                  ) : (
                    <progress max={100} value={percent} aria-label={say('uploading', { name, percent })} />
                  )}
                </>
              )}
            </div>
            {mendable && (
              <button type="button" class="link" onClick={() => uploads.retry(id)}>
                {say('tryAgain')}
              </button>
            )}
            <button
              type="button"
              class="bare"
              aria-label={say('remove', { name })}
              onClick={() => uploads.remove(id)}
            >
              <CloseIcon />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
