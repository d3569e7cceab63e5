import { byFolder } from './dictionary.ts'

/** Every folder's English words. */
export const texts = byFolder(
  import.meta.glob<object>(['../*/words.en.ts', './words.en.ts'], { eager: true, import: 'default' }),
)
