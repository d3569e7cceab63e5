import { DownOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useRemembered } from '../conversation/remembered.ts'
import style from './customer.module.css'

interface GroupProps {
  /** Under this name it is remembered whether the person folded it. */
  name: string
  title: ReactNode
  /** Small words at the right, such as a number. */
  extra?: ReactNode
  children: ReactNode
}

/** A part of the panel that can be folded; it stays as it was left. */
export function Group({ name, title, extra, children }: GroupProps) {
  const [open, setOpen] = useRemembered(`customer.${name}`, true)
  return (
    <section className={style.group} data-open={open}>
      <h3 className={style.groupHead}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <DownOutlined aria-hidden className={style.fold} />
          {title}
        </button>
        {extra !== undefined && <span className={style.extra}>{extra}</span>}
      </h3>
      {open && <div className={style.groupBody}>{children}</div>}
    </section>
  )
}
