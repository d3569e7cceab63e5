import { lazy, Suspense } from 'react'
import type { PromiseView } from '../../domain/promise/endpoints.ts'

const PromiseSheet = lazy(() => import('./promise-sheet.tsx'))

interface LateSheetProps {
  conversationId: number
  shopId: number
  /** `new` makes one; undefined shows no sheet. */
  of: PromiseView | 'new' | undefined
  onClose: () => void
}

/** The sheet of a promise, loaded when it is first opened: the inbox should not wait for its calendar. */
export function LateSheet({ conversationId, shopId, of, onClose }: LateSheetProps) {
  return (
    <Suspense fallback={null}>
      {of !== undefined && (
        <PromiseSheet
          conversationId={conversationId}
          shopId={shopId}
          promise={of === 'new' ? undefined : of}
          open
          onClose={onClose}
        />
      )}
    </Suspense>
  )
}
