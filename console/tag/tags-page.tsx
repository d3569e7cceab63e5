import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { tagShape } from '../../domain/tag/endpoints.ts'
import { BrandChoice, BrandItem, useBrandChoice } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ColourField } from '../ui/colour-field.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterInput, holdsText } from '../ui/filter-input.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

type Tag = z.infer<typeof tagShape>

/** The tags of a brand. */
export default function TagsPage() {
  const { t } = useTranslation('tag')
  const query = useQuery(ask('tag', 'listTags'))
  const choice = useBrandChoice()
  const { open, show, hide } = useOpenRow()
  const [typed, setTyped] = useState('')
  const tags = query.data?.tags ?? []
  const rows = tags.filter((tag) => tag.brandId === choice.brandId && holdsText([tag.name], typed))
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <FilterInput value={typed} onChange={setTyped} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {t('create')}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={rows}
        label={t('title')}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
        render={(tag) => (
          <Row
            key={tag.id}
            lead={
              <span
                style={{ width: 12, height: 12, borderRadius: 4, background: tag.colour, flex: 'none' }}
              />
            }
            title={tag.name}
            onOpen={() => show(tag.id)}
          />
        )}
      />
      <TagSheet
        tag={tags.find(({ id }) => id === open)}
        making={open === 'new'}
        brandId={choice.brandId}
        onClose={hide}
      />
    </Page>
  )
}

interface TagSheetProps {
  tag: Tag | undefined
  making: boolean
  brandId: number | undefined
  onClose: () => void
}

interface Values {
  brandId: number
  name: string
  colour: string
}

function TagSheet({ tag, making, brandId, onClose }: TagSheetProps) {
  const { t } = useTranslation(['tag', 'shell'])
  const save = async (values: Values) => {
    const { name, colour } = values
    if (tag) await client.tag.updateTag({ params: { tagId: tag.id }, body: { name, colour } })
    else await client.tag.createTag({ body: values })
    await refresh('tag')
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<Values>
      key={tag?.id ?? `new ${brandId ?? 0}`}
      open={making || tag !== undefined}
      title={tag?.name ?? t('create')}
      initial={tag ?? { colour: '#2b5cd9', ...(brandId ? { brandId } : {}) }}
      onSave={save}
      onClose={onClose}
      blame={{ tag_name_taken: ['name'] }}
      aside={tag && <DeleteTag tag={tag} onDone={onClose} />}
    >
      <BrandItem disabled={tag !== undefined} />
      <NameItem max={50} />
      <Form.Item name="colour" label={t('colour')}>
        <ColourField />
      </Form.Item>
    </SideSheetForm>
  )
}

function DeleteTag({ tag, onDone }: { tag: Tag; onDone: () => void }) {
  const { t } = useTranslation(['tag', 'shell'])
  const remove = async () => {
    try {
      await client.tag.deleteTag({ params: { tagId: tag.id } })
      onDone()
      toast.done(t('shell:deletedDone', { name: tag.name }))
    } catch (error) {
      toast.refused(error)
    }
    await refresh('tag', 'conversation', 'customer')
  }
  return (
    <Popconfirm
      title={t('delete')}
      description={t('deleteHint')}
      okText={t('shell:delete')}
      onConfirm={remove}
    >
      <Button danger>{t('shell:delete')}</Button>
    </Popconfirm>
  )
}
