import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useInLanguage, useNames } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import style from './staff.module.css'

/** Rows of role and range, as the field `grants` of a form. */
export function GrantsEditor() {
  const { t } = useTranslation(['staff', 'shell'])
  const say = useInLanguage()
  const roles = useQuery(ask('staff', 'listRoles')).data?.roles ?? []
  const ranges = useRangeOptions()
  const required = [{ required: true, message: t('shell:fault.required') }]
  return (
    <Form.Item label={t('edit.grants')} tooltip={t('edit.grantsHint')}>
      <Form.List name="grants">
        {(fields, { add, remove }, { errors }) => (
          <div className={style.grants}>
            {fields.map(({ key, name }) => (
              <div key={key} className={style.grant}>
                <Form.Item name={[name, 'roleId']} rules={required} className={style.choice}>
                  <Select
                    aria-label={t('edit.role')}
                    placeholder={t('edit.role')}
                    options={roles.map((role) => ({ value: role.id, label: say(role.name) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'range']} initialValue="all" className={style.choice}>
                  <Select
                    aria-label={t('edit.range')}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={ranges}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('edit.removeGrant')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ range: 'all' })}>
              {t('edit.addGrant')}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  )
}

function useRangeOptions() {
  const { t } = useTranslation('staff')
  const { brands, shops, teams } = useNames()
  const group = (kind: 'brand' | 'shop' | 'team', rows: readonly { id: number; name: string }[]) =>
    rows.length === 0
      ? []
      : [
          {
            label: t(`edit.${kind}`),
            options: rows.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name })),
          },
        ]
  const open = <T extends { archived: boolean }>(rows: readonly T[]) =>
    rows.filter(({ archived }) => !archived)
  return [
    { value: 'all', label: t('edit.everywhere') },
    ...group('brand', open(brands)),
    ...group('shop', open(shops)),
    ...group('team', open(teams)),
  ]
}
