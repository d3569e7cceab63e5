import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { exactTime } from '../ui/relative-time.ts'
import type { RowClock } from './levels.ts'

/** Which clock it is and when it is due, for a tooltip: `First response: due 11 Nov, 14:05`. */
export function useClockTitle({ dueAt, dueKind }: RowClock): string {
  const { t, i18n } = useTranslation('clock')
  const { language } = i18n
  return useMemo(() => {
    if (dueAt === null || dueKind === null) return ''
    return t('dueAt', { kind: t(`kind.${dueKind}`), time: exactTime(Date.parse(dueAt), language) })
  }, [dueAt, dueKind, language, t])
}
