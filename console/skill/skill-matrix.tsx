import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInLanguage } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { FilterInput, holdsText } from '../ui/filter-input.tsx'
import { languageName } from '../ui/language-tag.tsx'
import { Section } from '../ui/page.tsx'
import { PersonSheet } from './person-sheet.tsx'
import style from './skill.module.css'
import { type Cell, languageCell, languagesOf, type PersonSkills, skillCell, today } from './skill-rows.ts'

/** Who can do what: people down, skills and languages across, levels in the cells. A name opens the person's sheet. */
export function SkillMatrix() {
  const { t, i18n } = useTranslation('skill')
  const say = useInLanguage()
  const matrix = useQuery(ask('skill', 'listStaffSkills'))
  const skills = useQuery(ask('skill', 'listSkills')).data?.skills.filter(({ archived }) => !archived) ?? []
  const staff = useQuery(ask('presence', 'listPresence')).data?.people ?? []
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<PersonSkills>()
  const nameOf = (staffId: number) => staff.find((one) => one.staffId === staffId)?.name ?? ''
  const all = matrix.data?.people ?? []
  const people = all.filter(({ staffId }) => holdsText([nameOf(staffId)], typed))
  const languages = languagesOf(all)
  const day = today()
  return (
    <Section
      title={t('matrix')}
      hint={t('matrixHint')}
      action={<FilterInput value={typed} onChange={setTyped} />}
    >
      {matrix.isPending && <Skeleton active />}
      {matrix.error && all.length === 0 && (
        <ErrorState error={matrix.error} onRetry={() => void matrix.refetch()} />
      )}
      {matrix.data && people.length === 0 && <EmptyState title={t('nobody')} />}
      {people.length > 0 && (
        <section className={style.scroll} aria-label={t('matrix')}>
          <table className={style.matrix}>
            <thead>
              <tr>
                <th scope="col">{t('person')}</th>
                {skills.map((skill) => (
                  <th key={skill.id} scope="col">
                    {say(skill.name)}
                  </th>
                ))}
                {languages.map((language) => (
                  <th key={language} scope="col" className={style.language}>
                    {languageName(language, i18n.language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.staffId}>
                  <th scope="row">
                    <button type="button" className={style.person} onClick={() => setOpen(person)}>
                      {nameOf(person.staffId)}
                    </button>
                  </th>
                  {skills.map(({ id }) => (
                    <LevelCell key={id} cell={skillCell(person, id, day)} />
                  ))}
                  {languages.map((language) => (
                    <LevelCell key={language} cell={languageCell(person, language)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <PersonSheet
        person={open}
        name={open ? nameOf(open.staffId) : ''}
        skills={skills}
        onClose={() => setOpen(undefined)}
      />
    </Section>
  )
}

function LevelCell({ cell }: { cell: Cell | null }) {
  const { t } = useTranslation('skill')
  if (cell === null) return <td />
  if (cell.state === 'counts') {
    return (
      <td>
        <span className={style.level} data-level={cell.level}>
          {cell.level}
        </span>
      </td>
    )
  }
  return (
    <td>
      <Tooltip title={t(cell.state)}>
        <span className={style.off}>
          {cell.level}
          <span className={style.hidden}> {t(cell.state)}</span>
        </span>
      </Tooltip>
    </td>
  )
}
