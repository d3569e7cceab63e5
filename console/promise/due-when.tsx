import { useTranslation } from 'react-i18next'
import { useNow } from '../ui/now.ts'
import { exactTime } from '../ui/relative-time.ts'
import style from './promise.module.css'
import { whenText } from './when-text.ts'

interface DueWhenProps {
  /** ISO 8601. */
  at: string
  /** Whether it is still to be kept: then it turns amber shortly before its time, and red after. */
  open: boolean
  /** Of the shop; told beside where its wall clock shows something else. */
  zone?: string | undefined
}

/** Shortly before its time a promise turns amber, in milliseconds: when its reminder comes. */
const soon = 10 * 60_000

/** When a promise is due, in few words. */
export function DueWhen({ at, open, zone }: DueWhenProps) {
  const { i18n } = useTranslation()
  const now = useNow(15_000)
  const { language } = i18n
  const moment = Date.parse(at)
  const own = exactTime(moment, language)
  const there = zone ? exactTime(moment, language, zone) : own
  const level = !open ? 'quiet' : now >= moment ? 'breach' : now >= moment - soon ? 'warning' : 'quiet'
  return (
    <time
      dateTime={at}
      className={style.when}
      data-level={level}
      title={there === own ? own : `${own}\n${zone} ${there}`}
    >
      {whenText(moment, now, language)}
    </time>
  )
}
