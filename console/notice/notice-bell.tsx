import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysText, useKeys } from '../shell/keys.tsx'
import { ask } from '../shell/query-client.ts'
import { NoticeList } from './notice-list.tsx'

const keys = 'g n'

/** The bell with the number of unread notices; opens their list. */
export function NoticeBell() {
  const { t } = useTranslation('notice')
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...ask('notice', 'listNotices', { query: {} }), refetchInterval: 60_000 })
  const unread = data?.unread ?? 0
  useKeys('shell', [{ keys, does: 'notices', run: () => setOpen(true) }])
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<NoticeList onClose={() => setOpen(false)} />}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
    >
      <span>
        <Tooltip title={open ? '' : `${t('title')} ${keysText(keys)}`}>
          <Button
            type="text"
            aria-label={t('bell', { count: unread })}
            icon={
              <Badge count={unread} size="small" overflowCount={99}>
                <BellOutlined style={{ fontSize: 18 }} />
              </Badge>
            }
          />
        </Tooltip>
      </span>
    </Popover>
  )
}
