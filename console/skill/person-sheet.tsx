import type { Dayjs } from 'dayjs'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { HeldLanguages, HeldSkills } from './held-fields.tsx'
import type { PersonSkills, Skill } from './skill-rows.ts'

export interface PersonValues {
  skills: { skillId: number; level: number; since: Dayjs; until: Dayjs | null }[]
  languages: { language: string; level: number; testedOn: Dayjs | null }[]
}

interface PersonSheetProps {
  person: PersonSkills | undefined
  name: string
  skills: readonly Skill[]
  onClose: () => void
}

const dayOf = (date: Dayjs | null | undefined) => date?.format('YYYY-MM-DD') ?? null

/** A person's skills and languages, changed as a whole. */
export function PersonSheet({ person, name, skills, onClose }: PersonSheetProps) {
  const { t } = useTranslation(['skill', 'shell'])
  const shown = new Set(skills.map(({ id }) => id))
  // Archived skills stay with the person although the sheet does not show them.
  const kept = person?.skills.filter(({ skillId }) => !shown.has(skillId)) ?? []
  const save = async (values: PersonValues) => {
    if (!person) return
    const held = (values.skills ?? []).map(({ skillId, level, since, until }) => ({
      skillId,
      level,
      since: since.format('YYYY-MM-DD'),
      until: dayOf(until),
    }))
    const languages = (values.languages ?? []).map(({ language, level, testedOn }) => ({
      language,
      level,
      testedOn: dayOf(testedOn),
    }))
    const body = { skills: [...held, ...kept], languages }
    await client.skill.setStaffSkills({ params: { staffId: person.staffId }, body })
    await refresh('skill')
    toast.done(t('shell:saved'))
  }
  const initial: Partial<PersonValues> = {
    skills: (person?.skills ?? [])
      .filter(({ skillId }) => shown.has(skillId))
      .map((held) => ({
        ...held,
        since: dayjs(held.since),
        until: held.until === null ? null : dayjs(held.until),
      })),
    languages: (person?.languages ?? []).map((held) => ({
      ...held,
      testedOn: held.testedOn === null ? null : dayjs(held.testedOn),
    })),
  }
  return (
    <SideSheetForm<PersonValues>
      key={person?.staffId ?? 0}
      open={person !== undefined}
      title={t('of', { name })}
      initial={initial}
      onSave={save}
      onClose={onClose}
      width={560}
    >
      <HeldSkills skills={skills} />
      <HeldLanguages />
    </SideSheetForm>
  )
}
