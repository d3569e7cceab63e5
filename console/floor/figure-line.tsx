import { useTranslation } from 'react-i18next'
import style from './floor.module.css'
import type { FloorSearch } from './floor-search.ts'
import { useFigures } from './use-figures.ts'

/** The first figures of the day in one line; each says on hover how it is counted. */
export function FigureLine({ search }: { search: FloorSearch }) {
  const { t } = useTranslation('floor')
  const figures = useFigures(search)
  return (
    <dl className={style.figures} aria-label={t('figures.label')}>
      {figures.map(({ name, text, of, level, hint }) => (
        <div key={name} className={style.figure} title={hint} data-level={level}>
          <dt>{t(`figures.${name}`)}</dt>
          <dd>
            {text} {of && <small>{of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
