import { useTranslation } from 'react-i18next'
import style from './composer.module.css'
import type { Doubt } from './send-check.ts'

/** Says what speaks against sending; louder once the person has tried. */
export function Doubts({ doubts, asked }: { doubts: readonly Doubt[]; asked: boolean }) {
  const { t } = useTranslation('message')
  if (doubts.length === 0) return null
  return (
    <div className={style.doubts} data-asked={asked} role={asked ? 'alert' : 'note'}>
      {doubts.map((doubt) => (
        <p key={doubt.kind}>
          {doubt.kind === 'others'
            ? t('doubtOthers', { name: doubt.name })
            : t('doubtUnfilled', { names: doubt.names.map((name) => `{{${name}}}`).join(', ') })}
        </p>
      ))}
    </div>
  )
}
