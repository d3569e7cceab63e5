import { CheckOutlined, ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { FileList } from './file-list.tsx'
import { LineText } from './line-text.tsx'
import type { Outgoing } from './outbox.ts'
import { discard, sendAgain } from './outbox-store.ts'
import style from './thread.module.css'

/** What was written and is not in the thread yet: on its way, sent, or failed with the way to try again. */
export function OutgoingLine({ line }: { line: Outgoing }) {
  const { t } = useTranslation('message')
  const side = line.kind === 'note' ? 'note' : 'ours'
  return (
    <article className={style.line} data-side={side} data-state={line.state}>
      <div className={style.body}>
        <div className={style.bubble}>
          <FileList files={line.files} />
          {line.text !== '' && <LineText text={line.text} mentions={line.kind === 'note'} />}
        </div>
        {line.state === 'failed' ? (
          <p className={style.failed} role="alert">
            <ExclamationCircleFilled aria-hidden /> {t('failed')} {whyFailed(line.failure)}
            <Button type="link" size="small" onClick={() => sendAgain(line.key)}>
              {t('sendAgain')}
            </Button>
            <Button type="text" size="small" onClick={() => discard(line.key)}>
              {t('discard')}
            </Button>
          </p>
        ) : (
          <p className={style.below}>
            {line.state === 'sent' ? <CheckOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}{' '}
            {t(line.state)}
          </p>
        )}
      </div>
    </article>
  )
}

function whyFailed(code: string | null): string {
  const key = `shell:refusal.${code ?? 'internal'}`
  return i18next.exists(key) ? i18next.t(key as 'shell:refusal.internal') : ''
}
