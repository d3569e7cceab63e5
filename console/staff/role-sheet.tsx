import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { holds } from '../../domain/staff/scope.ts'
import { client } from '../shell/api.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { useMe, viewerOf } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { permissionGroups } from './permission-groups.ts'
import { permissionKey } from './permissions.en.ts'
import type { Role } from './role-matrix.tsx'
import style from './staff.module.css'

interface Values {
  name: Localized
  permissions: Permission[]
}

interface RoleSheetProps {
  role: Role | undefined
  making: boolean
  onClose: () => void
}

/** Makes or changes an own role. */
export function RoleSheet({ role, making, onClose }: RoleSheetProps) {
  const { t } = useTranslation(['staff', 'shell'])
  const say = useInLanguage()
  const save = async (body: Values) => {
    if (role) await client.staff.updateRole({ params: { roleId: role.id }, body })
    else await client.staff.createRole({ body })
    await refresh('staff')
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<Values>
      key={role?.id ?? 0}
      open={making || role !== undefined}
      title={role ? say(role.name) : t('roles.create')}
      initial={role ? { name: role.name, permissions: role.permissions } : { permissions: [] }}
      onSave={save}
      onClose={onClose}
      aside={role && <DeleteRole role={role} onDone={onClose} />}
    >
      <Form.Item
        name="name"
        label={t('roles.name')}
        rules={[localizedRule(t('shell:fault.localized_empty'))]}
      >
        <LocalizedField />
      </Form.Item>
      <Form.Item
        name="permissions"
        label={t('roles.permissions')}
        rules={[{ required: true, type: 'array', min: 1, message: t('roles.choose') }]}
      >
        <PermissionChecks />
      </Form.Item>
    </SideSheetForm>
  )
}

function PermissionChecks(props: {
  id?: string
  value?: Permission[]
  onChange?: (value: Permission[]) => void
}) {
  const { t } = useTranslation('staff')
  const viewer = viewerOf(useMe())
  return (
    <Checkbox.Group value={props.value ?? []} onChange={props.onChange} className={style.terms}>
      {permissionGroups.map((group) => (
        <fieldset key={group.term} style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className={style.legend}>{t(`permission.term.${group.term}`)}</legend>
          <div className={style.checks}>
            {group.permissions.map((permission) => {
              const mine = holds(viewer, permission)
              return (
                <Tooltip key={permission} title={mine ? '' : t('roles.notHeld')}>
                  <Checkbox value={permission} disabled={!mine}>
                    {t(`permission.${permissionKey(permission)}`)}
                  </Checkbox>
                </Tooltip>
              )
            })}
          </div>
        </fieldset>
      ))}
    </Checkbox.Group>
  )
}

function DeleteRole({ role, onDone }: { role: Role; onDone: () => void }) {
  const { t } = useTranslation('staff')
  const say = useInLanguage()
  const remove = useMutation({
    mutationFn: () => client.staff.deleteRole({ params: { roleId: role.id } }),
    onSuccess: async () => {
      onDone()
      await refresh('staff')
      const again = async () => {
        await client.staff.createRole({ body: { name: role.name, permissions: role.permissions } })
        await refresh('staff')
      }
      toast.done(t('roles.deleted', { name: say(role.name) }), again)
    },
  })
  return (
    <Tooltip title={role.holders > 0 ? t('roles.held') : ''}>
      <Button danger disabled={role.holders > 0} loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('roles.delete')}
      </Button>
    </Tooltip>
  )
}
