import { Button, Drawer, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSilentKeys } from '../shell/keys.tsx'
import type { FieldPath } from './fault-fields.ts'
import { FormError } from './form-error.tsx'
import { useSaving } from './saving.ts'
import style from './side-sheet.module.css'

interface SideSheetFormProps<V extends object> {
  open: boolean
  title: ReactNode
  /** Values to begin with; read again each time the sheet opens. */
  initial: Partial<V>
  /** Saves. What it throws is shown at the fields and above them; the sheet stays open with everything typed. */
  onSave: (values: V) => Promise<unknown>
  onClose: () => void
  children: ReactNode
  /** Which field a refusal by code belongs to. */
  blame?: Readonly<Record<string, FieldPath>>
  saveText?: ReactNode
  /** More buttons, at the far side of the footer. */
  aside?: ReactNode
  width?: number
  form?: FormInstance<V>
}

/** A form in a sheet at the side, so that the list behind keeps its place. ⌘↵ saves. */
export function SideSheetForm<V extends object>(props: SideSheetFormProps<V>) {
  const { open, title, onClose, width = 480 } = props
  useSilentKeys(open)
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      size={`min(${width}px, 100vw)`}
      destroyOnHidden
      afterOpenChange={(shown) => shown && focusFirstField(`.${style.fields}`)}
      mask={{ closable: false, blur: false }}
      styles={{ body: { paddingBottom: 0 } }}
    >
      <SheetForm {...props} />
    </Drawer>
  )
}

/** The sheet takes the focus when it opens; whoever works by keyboard wants to be in its first field. */
function focusFirstField(fields: string): void {
  const box = document.querySelector(fields)
  if (!box || box.contains(document.activeElement)) return
  box.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus()
}

function SheetForm<V extends object>(props: SideSheetFormProps<V>) {
  const { initial, onSave, onClose, children, blame, saveText, aside } = props
  const { t } = useTranslation('shell')
  const [own] = Form.useForm<V>()
  const form = props.form ?? own
  const { save, busy, refused } = useSaving<V>(
    form,
    async (values) => {
      await onSave(values)
      onClose()
    },
    blame,
  )
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={save}
      requiredMark={false}
      scrollToFirstError
      className={style.form}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.submit()
      }}
    >
      <FormError text={refused} />
      <div className={style.fields}>{children}</div>
      <SheetFooter aside={aside}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {saveText ?? t('save')}
        </Button>
      </SheetFooter>
    </Form>
  )
}

function SheetFooter({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={style.footer}>
      {aside && <div className={style.aside}>{aside}</div>}
      {children}
    </div>
  )
}
