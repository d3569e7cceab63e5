import sharp from 'sharp'
import { refuse } from '../../domain/errors.ts'

/** The most pixels of a picture that is accepted: 50 megapixels. */
export const pictureMaxPixels = 50_000_000
/** The longer side of a preview, in pixels. */
export const previewSide = 640

export interface PictureSize {
  /** As it is shown, after the turn that its metadata ask for. */
  readonly width: number
  readonly height: number
}

/**
 * Checks that a picture can be decoded to its end, and writes its preview: WebP, without metadata. Refuses
 * `picture_too_large`, and `file_kind_refused` when it is broken.
 */
export async function checkPicture(path: string, previewPath: string): Promise<PictureSize> {
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!header?.width || !header.height) throw refuse('file_kind_refused')
  if (header.width * header.height > pictureMaxPixels) {
    throw refuse('picture_too_large', { maxPixels: pictureMaxPixels })
  }
  await sharp(path, { limitInputPixels: pictureMaxPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(previewPath)
    .catch(() => {
      throw refuse('file_kind_refused')
    })
  const { width, height } = header.autoOrient
  return { width, height }
}
