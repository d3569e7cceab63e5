import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ArchivedSwitch } from './archived-switch.tsx'
import { EmptyState } from './empty-state.tsx'
import { Page } from './page.tsx'
import { Rows } from './rows.tsx'

interface ArchivablePageProps<T> {
  title: string
  hint: string
  /** On the button that makes a new one. */
  create: string
  empty: string
  emptyHint: string
  query: Parameters<typeof Rows<T>>[0]['query']
  /** All of them, the archived too: these are shown when asked for. */
  rows: readonly T[]
  render: (row: T) => ReactNode
  onCreate: () => void
  /** The sheets. */
  children: ReactNode
}

/** A settings page: one list whose rows can be archived, and the button that makes a new one. */
export function ArchivablePage<T extends { archived: boolean }>(props: ArchivablePageProps<T>) {
  const [all, setAll] = useState(false)
  return (
    <Page
      title={props.title}
      hint={props.hint}
      action={
        <>
          <ArchivedSwitch rows={props.rows} value={all} onChange={setAll} />
          <Button type="primary" icon={<PlusOutlined />} onClick={props.onCreate}>
            {props.create}
          </Button>
        </>
      }
    >
      <Rows
        query={props.query}
        rows={props.rows.filter(({ archived }) => all || !archived)}
        label={props.title}
        empty={<EmptyState title={props.empty} hint={props.emptyHint} />}
        render={props.render}
      />
      {props.children}
    </Page>
  )
}
