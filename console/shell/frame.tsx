import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Offers } from '../assignment/offers.tsx'
import { useLiveConnection } from '../live/live.ts'
import { Bar } from './bar.tsx'
import style from './frame.module.css'
import { useFrameKeys } from './frame-keys.ts'
import { KeyHelp } from './key-help.tsx'
import { useMe, viewerOf } from './me.ts'
import { OfflineBanner } from './offline-banner.tsx'
import { offeredPlaces } from './places.ts'
import { Rail } from './rail.tsx'

const Palette = lazy(() => import('./palette.tsx'))

/** What stands around every place: the rail at the left (a bar below on a phone), the global bar, the banner. */
export function Frame() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const router = useRouter()
  const [searching, setSearching] = useState(false)
  const [helping, setHelping] = useState(false)
  useLiveConnection()
  const places = offeredPlaces(viewerOf(me))
  useFrameKeys({
    search: () => setSearching(true),
    help: () => setHelping(true),
    go: (to) => void router.navigate({ to }),
    places,
  })
  return (
    <div className={style.frame}>
      <a href="#content" className={style.skip}>
        {t('skip')}
      </a>
      <Rail places={places} />
      <Bar onSearch={() => setSearching(true)} onHelp={() => setHelping(true)} />
      <OfflineBanner />
      <Offers />
      <main id="content" className={style.content} tabIndex={-1}>
        <Outlet />
      </main>
      <KeyHelp open={helping} onClose={() => setHelping(false)} />
      <Suspense>{searching && <Palette onClose={() => setSearching(false)} />}</Suspense>
    </div>
  )
}
