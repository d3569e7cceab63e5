import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import { BrandItem, useOpenBrands } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { useInLanguage, useNames } from '../shell/lookups.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'
import { Section } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { Skill } from './skill-rows.ts'

/** The skills themselves: named, renamed, archived. */
export function SkillList() {
  const { t } = useTranslation(['skill', 'shell'])
  const say = useInLanguage()
  const { brand } = useNames()
  const query = useQuery(ask('skill', 'listSkills'))
  const [all, setAll] = useState(false)
  const [draft, setDraft] = useState<Skill | 'new'>()
  const skills = query.data?.skills ?? []
  return (
    <Section
      title={t('names')}
      hint={t('namesHint')}
      action={
        <>
          <ArchivedSwitch rows={skills} value={all} onChange={setAll} />
          <Button icon={<PlusOutlined />} onClick={() => setDraft('new')}>
            {t('add')}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={skills.filter(({ archived }) => all || !archived)}
        label={t('names')}
        empty={<p style={{ margin: 0, padding: 16, color: 'var(--quiet)' }}>{t('none')}</p>}
        render={(skill) => (
          <Row
            key={skill.id}
            title={say(skill.name)}
            faded={skill.archived}
            marks={skill.archived && <Tag>{t('shell:archived')}</Tag>}
            end={
              <span style={{ color: 'var(--quiet)' }}>
                {skill.brandId === null ? t('shell:settings.everyBrand') : brand(skill.brandId)}
              </span>
            }
            onOpen={() => setDraft(skill)}
          />
        )}
      />
      <SkillSheet draft={draft} onClose={() => setDraft(undefined)} />
    </Section>
  )
}

interface SkillValues {
  name: Localized
  brandId: number | null
}

function SkillSheet({ draft, onClose }: { draft: Skill | 'new' | undefined; onClose: () => void }) {
  const { t } = useTranslation(['skill', 'shell'])
  const say = useInLanguage()
  const brands = useOpenBrands()
  const skill = draft === 'new' ? undefined : draft
  const update = async (skillId: number, body: { name?: Localized; archived?: boolean }) => {
    await client.skill.updateSkill({ params: { skillId }, body })
    await refresh('skill')
  }
  const save = async (values: SkillValues) => {
    if (skill) await update(skill.id, { name: values.name })
    else await client.skill.createSkill({ body: values })
    await refresh('skill')
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<SkillValues>
      key={skill?.id ?? 'new'}
      open={draft !== undefined}
      title={skill ? t('change', { name: say(skill.name) }) : t('create')}
      initial={skill ?? { brandId: brands.length === 1 ? (brands[0]?.id ?? null) : null }}
      onSave={save}
      onClose={onClose}
      aside={
        skill && (
          <ArchiveButton
            archived={skill.archived}
            name={say(skill.name)}
            onSet={(archived) => update(skill.id, { archived })}
            onDone={onClose}
          />
        )
      }
    >
      <Form.Item
        name="name"
        label={t('shell:name')}
        rules={[localizedRule(t('shell:fault.localized_empty'))]}
      >
        <LocalizedField />
      </Form.Item>
      <BrandItem every disabled={skill !== undefined} />
    </SideSheetForm>
  )
}
