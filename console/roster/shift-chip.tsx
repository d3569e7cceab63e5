import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import style from './roster.module.css'
import type { ShiftDraft } from './shift-sheet.tsx'
import { hoursText, type Shift } from './week.ts'

interface ShiftChipProps {
  shift: Shift
  zone: string
  onOpen: ((draft: ShiftDraft) => void) | undefined
}

/** One shift or leave; chosen, it opens. */
export function ShiftChip({ shift, zone, onOpen }: ShiftChipProps) {
  const { t } = useTranslation('roster')
  const text = shift.kind === 'leave' ? t('leave') : hoursText(shift, zone)
  const chip = onOpen ? (
    <button type="button" className={style.chip} data-kind={shift.kind} onClick={() => onOpen({ shift })}>
      {text}
    </button>
  ) : (
    <span className={style.chip} data-kind={shift.kind}>
      {text}
    </span>
  )
  return shift.note ? <Tooltip title={shift.note}>{chip}</Tooltip> : chip
}
