import { CheckOutlined } from '@ant-design/icons'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { roleShape } from '../../domain/staff/endpoints.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { permissionGroups } from './permission-groups.ts'
import { permissionKey } from './permissions.en.ts'
import style from './staff.module.css'

export type Role = z.infer<typeof roleShape>

/** Which built-in role may do what; to be read, not changed. */
export function RoleMatrix({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation('staff')
  const say = useInLanguage()
  return (
    <section className={style.matrix} aria-label={t('roles.builtIn')} ref={reachable}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('roles.permission')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {say(role.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups.map((group) => (
            <Fragment key={group.term}>
              <tr className={style.term}>
                <th scope="rowgroup" colSpan={roles.length + 1}>
                  {t(`permission.term.${group.term}`)}
                </th>
              </tr>
              {group.permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{t(`permission.${permissionKey(permission)}`)}</th>
                  {roles.map((role) => (
                    <td key={role.id}>
                      <Mark held={role.permissions.includes(permission)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What scrolls sideways must be reachable by keyboard. */
function reachable(region: HTMLElement | null): void {
  if (region) region.tabIndex = 0
}

function Mark({ held }: { held: boolean }) {
  const { t } = useTranslation('staff')
  return (
    <>
      {held ? (
        <CheckOutlined className={style.yes} aria-hidden />
      ) : (
        <span className={style.no} aria-hidden>
          –
        </span>
      )}
      <span className="only-heard">{t(held ? 'roles.yes' : 'roles.no')}</span>
    </>
  )
}
