import 'dayjs/locale/zh-cn.js'
import { byFolder } from './dictionary.ts'

/** Every folder's Chinese words. */
export const texts = byFolder(
  import.meta.glob<object>(['../*/words.zh.ts', './words.zh.ts'], { eager: true, import: 'default' }),
)
