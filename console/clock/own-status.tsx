import { NoFormStyle } from 'antd/es/form/context.js'
import type { ReactNode } from 'react'

/** Fields that say themselves which of them is wrong: the fault of the form's item does not colour them all. */
export function OwnStatus({ children }: { children: ReactNode }) {
  return (
    <NoFormStyle status override>
      {children}
    </NoFormStyle>
  )
}
