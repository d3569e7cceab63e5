import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useInLanguage } from '../shell/lookups.ts'
import { commonLanguages, languageOptions } from '../ui/language-select.tsx'
import style from './skill.module.css'
import type { Skill } from './skill-rows.ts'

const levels = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))

function LevelItem({ name }: { name: number }) {
  const { t } = useTranslation('skill')
  return (
    <Form.Item name={[name, 'level']} label={t('level')} rules={[{ required: true }]}>
      <Select options={levels} />
    </Form.Item>
  )
}

function RemoveButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('skill')
  return (
    <Button
      type="text"
      icon={<DeleteOutlined />}
      aria-label={t('remove')}
      style={{ marginTop: 30 }}
      onClick={onClick}
    />
  )
}

/** The skills of a person: which, how well, from when to when. */
export function HeldSkills({ skills }: { skills: readonly Skill[] }) {
  const { t } = useTranslation(['skill', 'shell'])
  const say = useInLanguage()
  const options = skills.map(({ id, name }) => ({ value: id, label: say(name) }))
  return (
    <div className={style.group}>
      <h3>{t('names')}</h3>
      <Form.List name="skills">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={style.held}>
                <Form.Item
                  name={[name, 'skillId']}
                  label={t('skill')}
                  rules={[{ required: true, message: t('shell:fault.required') }]}
                >
                  <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
                </Form.Item>
                <LevelItem name={name} />
                <RemoveButton onClick={() => remove(name)} />
                <div className={style.dates}>
                  <Form.Item
                    name={[name, 'since']}
                    label={t('since')}
                    rules={[{ required: true, message: t('shell:fault.required') }]}
                  >
                    <DatePicker style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item name={[name, 'until']} label={t('until')}>
                    <DatePicker style={{ width: '100%' }} placeholder={t('forever')} />
                  </Form.Item>
                </div>
              </div>
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              disabled={skills.length === 0}
              onClick={() => add({ level: 3, since: dayjs(), until: null })}
            >
              {t('giveSkill')}
            </Button>
          </>
        )}
      </Form.List>
    </div>
  )
}

/** The languages of a person: which, how well, tested when. */
export function HeldLanguages() {
  const { t, i18n } = useTranslation(['skill', 'shell'])
  return (
    <div className={style.group}>
      <h3>{t('languages')}</h3>
      <Form.List name="languages">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={style.held}>
                <Form.Item
                  name={[name, 'language']}
                  label={t('language')}
                  rules={[{ required: true, message: t('shell:fault.required') }]}
                >
                  <Select
                    options={languageOptions(commonLanguages, i18n.language)}
                    showSearch={{ optionFilterProp: 'label' }}
                  />
                </Form.Item>
                <LevelItem name={name} />
                <RemoveButton onClick={() => remove(name)} />
                <div className={style.dates}>
                  <Form.Item name={[name, 'testedOn']} label={t('testedOn')}>
                    <DatePicker style={{ width: '100%' }} placeholder={t('notTested')} />
                  </Form.Item>
                </div>
              </div>
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              onClick={() => add({ level: 3, testedOn: null })}
            >
              {t('giveLanguage')}
            </Button>
          </>
        )}
      </Form.List>
      <p style={{ marginTop: 8, color: 'var(--quiet)' }}>{t('noLanguages')}</p>
    </div>
  )
}
