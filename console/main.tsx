import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { listenToKeys } from './shell/keys.tsx'
import { preferences } from './shell/preferences.ts'
import { queryClient } from './shell/query-client.ts'
import { router } from './shell/router.tsx'
import { onSignedOut } from './shell/signed-out.ts'
import { ThemeRoot } from './shell/theme.tsx'
import { startWords } from './shell/words.ts'
import './ui/base.css'

await startWords(preferences().language)
listenToKeys()
onSignedOut(() => {
  // A read that was under way while somebody signed out is refused late; the door is no place to come back to.
  if (window.location.pathname === '/sign-in') return
  const to = window.location.pathname + window.location.search
  queryClient.clear()
  void router.navigate({ to: '/sign-in', search: { to } })
})

const place = document.getElementById('root')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ThemeRoot>
          <RouterProvider router={router} />
        </ThemeRoot>
      </QueryClientProvider>
    </StrictMode>,
  )
}
