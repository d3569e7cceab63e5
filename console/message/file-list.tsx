import { FileOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { FileView } from '../../domain/file/endpoints.ts'
import { sizeText } from './file-size.ts'
import style from './thread.module.css'

/** Files of a message: pictures as thumbnails, everything else as a row with name and size. */
export function FileList({ files }: { files: readonly FileView[] }) {
  if (files.length === 0) return null
  return (
    <div className={style.files}>
      {files.map((file) =>
        file.width !== null && file.height !== null ? (
          <Picture key={file.id} file={file} width={file.width} height={file.height} />
        ) : (
          <FileRow key={file.id} file={file} />
        ),
      )}
    </div>
  )
}

/** The longest side of a thumbnail, in pixels. */
const thumbnail = 240

function Picture({ file, width, height }: { file: FileView; width: number; height: number }) {
  const scale = Math.min(1, thumbnail / Math.max(width, height))
  return (
    <a
      href={`/api/files/${file.id}`}
      target="_blank"
      rel="noopener"
      className={style.picture}
      title={file.name}
    >
      <img
        src={`/api/files/${file.id}?preview=1`}
        alt={file.name}
        width={Math.max(24, Math.round(width * scale))}
        height={Math.max(24, Math.round(height * scale))}
        loading="lazy"
        decoding="async"
      />
    </a>
  )
}

function FileRow({ file }: { file: FileView }) {
  const { t, i18n } = useTranslation('message')
  return (
    <a
      href={`/api/files/${file.id}`}
      download={file.name}
      className={style.file}
      aria-label={t('download', { name: file.name })}
    >
      <FileOutlined aria-hidden />
      <bdi className={style.fileName}>{file.name}</bdi>
      <span className={style.fileSize}>{sizeText(file.size, i18n.language)}</span>
    </a>
  )
}
