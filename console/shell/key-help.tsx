import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import style from './key-help.module.css'
import { KeyCaps, type RegisteredKey, useRegisteredKeys } from './keys.tsx'

/** The sheet that `?` opens: every key that works at present. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell')
  const keys = useRegisteredKeys()
  const here = keys.filter(({ namespace }) => namespace !== 'shell')
  const everywhere = keys.filter(({ namespace }) => namespace === 'shell')
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t('keyboard.title')}
      width={720}
      destroyOnHidden
    >
      <div className={style.columns}>
        {here.length > 0 && <Group title={t('keyboard.here')} keys={here} />}
        <Group title={t('keyboard.shell')} keys={everywhere} />
      </div>
    </Modal>
  )
}

function Group({ title, keys }: { title: string; keys: readonly RegisteredKey[] }) {
  const does = useDoes()
  const shown = together(keys)
  return (
    <section>
      <h3 className={style.title}>{title}</h3>
      <dl className={style.list}>
        {shown.map((entry) => (
          <div key={`${entry.namespace} ${entry.keys} ${entry.does}`} className={style.row}>
            <dt>{does(entry)}</dt>
            <dd>
              <KeyCaps keys={entry.keys} all />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Several ways to the same thing stand on one line. */
function together(entries: readonly RegisteredKey[]): RegisteredKey[] {
  const groups = Map.groupBy(entries, ({ namespace, does }) => `${namespace} ${does}`)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, keys: [...new Set([first, ...others].map(({ keys }) => keys))].join(' | ') }] : [],
  )
}

/** What a registered key does, in the viewer's language. */
export function useDoes(): (entry: RegisteredKey) => string {
  const { i18n } = useTranslation('shell')
  return ({ namespace, does }) => i18n.t(`${namespace}:keys.${does}` as 'shell:keys.help')
}
