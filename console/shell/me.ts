import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { staffEndpoints } from '../../domain/staff/endpoints.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { holds, mayAt, type Place, type Viewer } from '../../domain/staff/scope.ts'
import { client } from './api.ts'
import { type Preferences, setPreferences } from './preferences.ts'
import { ask, queryClient, refresh } from './query-client.ts'

export type Me = EndpointOutput<typeof staffEndpoints.getMe>
export type MySettings = Me['settings']

/** Reads who is signed in; refused with 401 when nobody is. */
export const askMe = () => ({ ...ask('staff', 'getMe'), staleTime: 60_000, retry: false })

/** The signed-in person. Only inside the frame, where the router has read it already. */
export function useMe(): Me {
  return useSuspenseQuery(askMe()).data
}

/** The signed-in person, or undefined at the door. */
export function useMeIfAny(): Me | undefined {
  return useQuery({ ...askMe(), enabled: false }).data
}

/** The person as the rules of `domain/staff/scope.ts` want it. */
export function viewerOf(me: Me): Viewer {
  return { staffId: me.staffId, name: me.name, language: me.language, grants: me.grants }
}

/** Whether the signed-in person holds a permission: at that place, or anywhere at all without one. */
export function useMay(permission: Permission, place?: Place): boolean {
  const viewer = viewerOf(useMe())
  return place ? mayAt(viewer, permission, place) : holds(viewer, permission)
}

interface MyChange {
  name?: string
  language?: Me['language']
  settings?: Partial<MySettings>
}

/** Changes the own name, language or settings; shown at once, taken back if the server refuses. */
export function useChangeMe() {
  return useMutation({
    mutationFn: (body: MyChange) => client.staff.updateMe({ body }),
    onMutate: (change) => {
      const before = queryClient.getQueryData(askMe().queryKey)
      if (before) queryClient.setQueryData(askMe().queryKey, changed(before, change))
      return before
    },
    onError: (_error, _change, before) => {
      if (before) queryClient.setQueryData(askMe().queryKey, before)
    },
    onSettled: () => refresh('staff'),
  })
}

function changed(me: Me, change: MyChange): Me {
  const settings = { ...me.settings, ...change.settings }
  return { ...me, name: change.name ?? me.name, language: change.language ?? me.language, settings }
}

/** Sets language, theme or density here and, for a signed-in person, on the account. */
export function useSavePreferences(): (change: Partial<Preferences>) => void {
  const me = useMeIfAny()
  const { mutate } = useChangeMe()
  return ({ language, ...settings }) => {
    setPreferences({ ...settings, ...(language ? { language } : {}) })
    if (me) mutate({ settings, ...(language ? { language } : {}) })
  }
}
