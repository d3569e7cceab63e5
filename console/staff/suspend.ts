import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'

/** Suspends or restores a person; the toast takes it back. */
export function useSuspend(): (member: { id: number; name: string }, suspended: boolean) => Promise<void> {
  const { t } = useTranslation('staff')
  const suspend = async (member: { id: number; name: string }, suspended: boolean): Promise<void> => {
    try {
      await client.staff.updateStaff({ params: { staffId: member.id }, body: { suspended } })
    } catch (error) {
      toast.refused(error)
      return
    }
    await refresh('staff')
    const text = t(suspended ? 'edit.suspendedDone' : 'edit.restoredDone', { name: member.name })
    toast.done(text, () => suspend(member, !suspended))
  }
  return suspend
}
