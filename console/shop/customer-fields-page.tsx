import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { useInLanguage } from '../shell/lookups.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { CustomerFieldSheet } from './customer-field-sheet.tsx'

/** The shop's own fields of customer profiles. */
export default function CustomerFieldsPage() {
  const { t } = useTranslation(['shop', 'shell'])
  const say = useInLanguage()
  const query = useQuery(ask('customer', 'listCustomFields'))
  const choice = useBrandChoice()
  const { open, show, hide } = useOpenRow()
  const [all, setAll] = useState(false)
  const fields = query.data?.fields ?? []
  const here = fields.filter(({ brandId }) => brandId === choice.brandId)
  return (
    <Page
      title={t('field.title')}
      hint={t('field.hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <ArchivedSwitch rows={here} value={all} onChange={setAll} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {t('field.create')}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={here.filter(({ archived }) => all || !archived)}
        label={t('field.title')}
        empty={<EmptyState title={t('field.empty')} hint={t('field.emptyHint')} />}
        render={(field) => (
          <Row
            key={field.id}
            title={say(field.name)}
            faded={field.archived}
            marks={field.archived && <Tag>{t('shell:archived')}</Tag>}
            detail={[field.key, t(`field.kinds.${field.kind}`), ...field.choices].join(' · ')}
            onOpen={() => show(field.id)}
          />
        )}
      />
      <CustomerFieldSheet
        field={fields.find(({ id }) => id === open)}
        making={open === 'new'}
        brandId={choice.brandId}
        onClose={hide}
      />
    </Page>
  )
}
