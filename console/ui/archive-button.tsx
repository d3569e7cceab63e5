import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { toast } from '../shell/toast.tsx'

interface ArchiveButtonProps {
  archived: boolean
  name: string
  /** Archives or restores; what it throws is told. */
  onSet: (archived: boolean) => Promise<unknown>
  onDone?: () => void
}

/** Archives, or restores, at once; the toast takes it back. */
export function ArchiveButton({ archived, name, onSet, onDone }: ArchiveButtonProps) {
  const { t } = useTranslation('shell')
  const set = async (wanted: boolean): Promise<void> => {
    try {
      await onSet(wanted)
    } catch (error) {
      toast.refused(error)
      return
    }
    toast.done(t(wanted ? 'archivedDone' : 'restoredDone', { name }), () => set(!wanted))
  }
  const run = () => {
    onDone?.()
    void set(!archived)
  }
  return (
    <Button danger={!archived} onClick={run}>
      {t(archived ? 'restore' : 'archive')}
    </Button>
  )
}
