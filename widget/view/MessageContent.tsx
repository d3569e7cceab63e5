import type { FileView } from '../../domain/file/endpoints.ts'
import { sizeText } from '../language/time.ts'
import { piecesOf } from '../talk/links.ts'
import { useEnvironment } from './environment.ts'
import { FileIcon } from './icons.tsx'

/** Text and files of a message. Text is only ever text. */
export function MessageContent({ text, files }: { text: string; files: readonly FileView[] }) {
  const alone = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}){1,6}$/u.test(text) && !/\d/.test(text)
  return (
    <>
      {text && (
        <div class={`bubble ${alone ? 'big' : ''}`} dir="auto">
          {piecesOf(text).map((piece) =>
            piece.href ? (
              <a key={piece.at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
                {piece.text}
              </a>
            ) : (
              piece.text
            ),
          )}
        </div>
      )}
      {files.map((file) => (
        <FileLink key={file.id} file={file} />
      ))}
    </>
  )
}

const longest = 220

function FileLink({ file }: { file: FileView }) {
  const { base, say, language } = useEnvironment()
  const address = `${base}/api/files/${file.id}`
  const { width, height, name } = file
  const link = { href: address, target: '_blank', rel: 'noopener', title: name }
  if (!width || !height)
    return (
      <a class="file" {...link}>
        <FileIcon />
        <span class="file-name" dir="auto">
          {name}
        </span>
        <small>{sizeText(file.size, language)}</small>
        <span class="hidden">{say('opensNew')}</span>
      </a>
    )
  const scale = Math.min(1, longest / Math.max(width, height))
  return (
    <a class="picture" {...link}>
      <img
        src={`${address}?preview=1`}
        alt={say('picture', { name })}
        width={Math.max(48, Math.round(width * scale))}
        height={Math.max(48, Math.round(height * scale))}
        loading="lazy"
        decoding="async"
      />
      <span class="hidden">{say('opensNew')}</span>
    </a>
  )
}
