import { redirect } from '@tanstack/react-router'
import { CallRefused } from '../../domain/client.ts'
import { askMe, type Me, viewerOf } from './me.ts'
import { mayOpen, startPlace } from './places.ts'
import { setPreferences } from './preferences.ts'
import { ask, queryClient } from './query-client.ts'
import { setLanguage } from './words.ts'

/** Whether the installation is set up; read once. */
export const askInstallation = () => ({ ...ask('installation', 'getInstallation'), staleTime: 300_000 })

/** At the door: an installation that is not set up shows the set-up page only. */
export async function needInstallation(): Promise<void> {
  const { ready } = await queryClient.ensureQueryData(askInstallation())
  if (!ready) throw redirect({ to: '/setup' })
}

/** Inside: somebody must be signed in; otherwise to the door, and back here afterwards. */
export async function needMe(address: string): Promise<Me> {
  try {
    const me = await queryClient.ensureQueryData(askMe())
    await wear(me)
    return me
  } catch (error) {
    if (!(error instanceof CallRefused) || error.status !== 401) throw error
    await needInstallation()
    throw redirect({ to: '/sign-in', search: address === '/' ? {} : { to: address } })
  }
}

/** The account's language, theme and density. */
async function wear({ language, settings }: Me): Promise<void> {
  setPreferences({ language, theme: settings.theme, density: settings.density })
  await setLanguage(language)
}

/** From `/` to the first place of the person. */
export async function toStart(): Promise<never> {
  const me = await needMe('/')
  throw redirect({ to: startPlace(viewerOf(me)) })
}

/** Settings that this person may not open lead to their start. */
export async function needSection(path: string): Promise<void> {
  const me = await needMe(path)
  if (!mayOpen(viewerOf(me), path)) throw redirect({ to: startPlace(viewerOf(me)) })
}
