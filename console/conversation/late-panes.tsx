import { type ComponentProps, lazy, Suspense, useEffect } from 'react'
import style from './inbox.module.css'
import { PaneSkeleton } from './pane-skeleton.tsx'

/** What a conversation needs, and the list alone does not: loaded behind the list, before it is asked for. */
const loadPane = () => import('./conversation-pane.tsx')
const loadPanel = () => import('../customer/customer-panel.tsx')
const loadBeside = () => import('./beside-pane.tsx')

const Pane = lazy(async () => ({ default: (await loadPane()).ConversationPane }))
const Panel = lazy(async () => ({ default: (await loadPanel()).CustomerPanel }))
const Promises = lazy(async () => ({ default: (await import('../promise/my-promises.tsx')).MyPromises }))
const Beside = lazy(async () => ({ default: (await loadBeside()).BesidePane }))

/** How long after the page stands the rest is loaded, in milliseconds: the list comes first. */
const after = 1_000

/** Loads what a conversation needs once the list has had its turn. */
export function usePanesSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [loadPane, loadPanel, loadBeside]) load().catch(() => {})
    }, after)
    return () => clearTimeout(timer)
  }, [])
}

export function ConversationPane(props: ComponentProps<typeof Pane>) {
  return (
    <Suspense fallback={<PaneSkeleton />}>
      <Pane {...props} />
    </Suspense>
  )
}

export function CustomerPanel(props: ComponentProps<typeof Panel>) {
  return (
    <Suspense fallback={<div className={style.panelSlot} aria-busy />}>
      <Panel {...props} />
    </Suspense>
  )
}

export function BesidePane(props: ComponentProps<typeof Beside>) {
  return (
    <Suspense fallback={null}>
      <Beside {...props} />
    </Suspense>
  )
}

export function MyPromises(props: ComponentProps<typeof Promises>) {
  return (
    <Suspense fallback={<PaneSkeleton />}>
      <Promises {...props} />
    </Suspense>
  )
}
