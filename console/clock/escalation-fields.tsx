import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { clockKinds } from '../../domain/clock/kinds.ts'
import { type EscalationStep, escalationActions } from '../../domain/clock/policy-shape.ts'
import { DurationField } from './duration-field.tsx'
import style from './policy.module.css'

/** What is done, one step after the other, when a clock is warned or overdue. */
export function EscalationFields() {
  const { t } = useTranslation(['clock', 'shell'])
  const added: EscalationStep = {
    kinds: [...clockKinds],
    from: 'breach',
    afterSeconds: 300,
    action: 'notify_duty_lead',
  }
  return (
    <Form.List name={['definition', 'escalation']}>
      {(fields, { add, remove }) => (
        <div className={style.steps}>
          {fields.length === 0 && <p className={style.quiet}>{t('stepsNone')}</p>}
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className={style.step}>
              <legend className="only-heard">{t('stepNumber', { number: index + 1 })}</legend>
              <Form.Item name={[name, 'from']}>
                <Select
                  aria-label={t('stepFrom')}
                  options={(['warning', 'breach'] as const).map((from) => ({
                    value: from,
                    label: t(`from.${from}`),
                  }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'afterSeconds']}
                rules={[{ required: true, message: t('shell:fault.required') }]}
              >
                <DurationField label={t('stepAfter')} />
              </Form.Item>
              <Form.Item name={[name, 'action']}>
                <Select
                  aria-label={t('stepAction')}
                  popupMatchSelectWidth={false}
                  options={escalationActions.map((action) => ({
                    value: action,
                    label: t(`action.${action}`),
                  }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'kinds']}
                className={style.stepKinds}
                rules={[{ required: true, type: 'array', min: 1, message: t('stepKindsNeeded') }]}
              >
                <Select
                  mode="multiple"
                  aria-label={t('stepKinds')}
                  placeholder={t('stepKinds')}
                  options={clockKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
                />
              </Form.Item>
              <Tooltip title={t('removeStep')}>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('removeStepNumber', { number: index + 1 })}
                  onClick={() => remove(name)}
                />
              </Tooltip>
            </fieldset>
          ))}
          <Button icon={<PlusOutlined />} disabled={fields.length >= 30} onClick={() => add(added)}>
            {t('addStep')}
          </Button>
        </div>
      )}
    </Form.List>
  )
}
