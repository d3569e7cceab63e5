import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/copy-field.tsx'
import type { SetUp } from './set-up.ts'

/** What is left after the set-up: the script tag, a try, and the way to the inbox. */
export function SetupDone({ made }: { made: SetUp }) {
  const { t } = useTranslation('installation')
  const router = useRouter()
  return (
    <>
      <p style={{ marginBottom: 8 }}>{t('tag')}</p>
      <CopyField text={made.widgetTag} />
      <p style={{ margin: '20px 0 8px', color: 'var(--quiet)' }}>{t('tryHint')}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button href={`/talk/${made.channelKey}`} target="_blank" rel="noopener" size="large">
          {t('try')}
        </Button>
        <Button type="primary" size="large" onClick={() => void router.navigate({ to: '/' })}>
          {t('inbox')}
        </Button>
      </div>
    </>
  )
}
