import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

interface BlockSheetProps {
  customerId: number
  open: boolean
  onClose: () => void
}

/** Blocks a customer with a reason; the toast undoes it. */
export function BlockSheet({ customerId, open, onClose }: BlockSheetProps) {
  const { t } = useTranslation('customer')
  const params = { customerId }
  const block = async ({ reason }: { reason: string }) => {
    await client.customer.blockCustomer({ params, body: { reason } })
    await refresh('customer')
    toast.done(t('blockedNow'), () => void unblock(customerId))
  }
  return (
    <SideSheetForm<{ reason: string }>
      open={open}
      onClose={onClose}
      title={t('blockTitle')}
      initial={{ reason: '' }}
      saveText={t('block')}
      onSave={block}
      width={420}
    >
      <p style={{ marginBottom: 16 }}>{t('blockHint')}</p>
      <Form.Item
        name="reason"
        label={t('blockReason')}
        rules={[{ required: true, whitespace: true, message: t('blockReasonNeeded') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
      </Form.Item>
    </SideSheetForm>
  )
}

/** Lets a customer write again. */
export async function unblock(customerId: number): Promise<void> {
  try {
    await client.customer.unblockCustomer({ params: { customerId } })
    await refresh('customer')
  } catch (error) {
    toast.refused(error)
  }
}
