import { useRouter } from '@tanstack/react-router'
import { client } from './api.ts'
import { queryClient } from './query-client.ts'
import { toast } from './toast.tsx'

/** Ends the sign-in and leaves nothing of it on the screen. */
export function useSignOut(): () => Promise<void> {
  const router = useRouter()
  return async () => {
    try {
      await client.staff.signOut()
    } catch (error) {
      toast.refused(error)
      return
    }
    queryClient.clear()
    await router.navigate({ to: '/sign-in', search: {} })
  }
}
