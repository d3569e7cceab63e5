import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { SkillList } from './skill-list.tsx'
import { SkillMatrix } from './skill-matrix.tsx'

/** The skills that the shop names, and who can do what. */
export default function SkillsPage() {
  const { t } = useTranslation('skill')
  return (
    <Page title={t('title')} hint={t('hint')} wide>
      <SkillMatrix />
      <SkillList />
    </Page>
  )
}
