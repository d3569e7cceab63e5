import { Select, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { useTags } from './lookups.ts'

interface TagChoiceProps {
  id?: string
  brandId: number
  value: readonly number[]
  onChange: (tagIds: number[]) => void
  /** May make a tag that is not there yet. */
  mayCreate: boolean
  disabled?: boolean
  autoFocus?: boolean
  label: string
  placeholder: string
}

/** A value that stands for "make this tag". */
const making = 0

/** Puts tags on something, and makes the one that is missing. */
export function TagChoice({
  id,
  brandId,
  value,
  onChange,
  mayCreate,
  disabled,
  autoFocus,
  label,
  placeholder,
}: TagChoiceProps) {
  const { t } = useTranslation('conversation')
  const tags = useTags()
  const [text, setText] = useState('')
  const options = useMemo(
    () =>
      [...tags.values()]
        .filter((tag) => tag.brandId === brandId)
        .map((tag) => ({ value: tag.id, label: tag.name })),
    [tags, brandId],
  )
  const name = text.trim()
  const known = options.some((option) => option.label.toLowerCase() === name.toLowerCase())
  const create =
    mayCreate && name !== '' && !known ? [{ value: making, label: t('tagCreate', { name }) }] : []
  const make = async () => {
    try {
      const { tagId } = await client.tag.createTag({ body: { brandId, name } })
      await refresh('tag')
      onChange([...value, tagId])
    } catch (error) {
      toast.refused(error)
    }
  }
  return (
    <Select
      id={id}
      mode="multiple"
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={placeholder}
      notFoundContent={t('tagMissing')}
      disabled={disabled}
      autoFocus={autoFocus}
      value={value.filter((tagId) => tags.has(tagId))}
      options={[...options, ...create]}
      showSearch={{
        searchValue: text,
        onSearch: setText,
        filterOption: (input, option) =>
          option?.value === making ||
          String(option?.label).toLowerCase().includes(input.trim().toLowerCase()),
      }}
      tagRender={({ value: tagId, label: shown, closable, onClose }) => (
        <TagMark
          name={String(shown)}
          colour={tags.get(Number(tagId))?.colour}
          onClose={closable ? onClose : undefined}
        />
      )}
      onChange={(chosen: number[]) => {
        setText('')
        if (chosen.includes(making)) void make()
        else onChange(chosen)
      }}
    />
  )
}

/** A tag with its colour as a dot, so that its letters keep their contrast. */
export function TagMark({ name, colour, onClose }: { name: string; colour?: string; onClose?: () => void }) {
  return (
    <Tag closable={onClose !== undefined} onClose={onClose} style={{ marginInlineEnd: 4, maxWidth: '100%' }}>
      <span
        aria-hidden
        style={{
          display: 'inline-block',
          width: 8,
          height: 8,
          marginInlineEnd: 6,
          borderRadius: 4,
          background: colour ?? 'var(--quiet)',
        }}
      />
      {name}
    </Tag>
  )
}
