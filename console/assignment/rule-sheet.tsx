import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type AssignmentRule, policyShape } from '../../domain/assignment/policy.ts'
import { orderStages } from '../../domain/conversation/state.ts'
import { LanguageSelect } from '../ui/language-select.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import style from './assignment.module.css'
import { useRuleNames } from './rule-words.ts'
import { useSpan } from './span.ts'

interface SheetProps {
  brandId: number
  /** Undefined: a new one. */
  rule: AssignmentRule | undefined
  open: boolean
  onClose: () => void
  onSave: (rule: AssignmentRule) => void
}

/** A rule that asks nothing and sends to everybody, to begin with. */
const [blank] = policyShape.parse({ rules: [{ name: '-' }] }).rules

/** One rule: when it holds, and who then gets the conversation. */
export function RuleSheet({ brandId, rule, open, onClose, onSave }: SheetProps) {
  const { t } = useTranslation('assignment')
  return (
    <SideSheetForm<AssignmentRule>
      open={open}
      title={t('rule.edit')}
      initial={rule ?? { ...blank, name: '' }}
      saveText={t('rule.apply')}
      onClose={onClose}
      onSave={async (values) =>
        onSave({ ...values, teamId: values.teamId ?? null, overflowTeamId: values.overflowTeamId ?? null })
      }
    >
      <NameItem placeholder={t('rule.namePlaceholder')} />
      <When brandId={brandId} />
      <Then brandId={brandId} />
    </SideSheetForm>
  )
}

function When({ brandId }: { brandId: number }) {
  const { t } = useTranslation(['assignment', 'conversation'])
  const names = useRuleNames()
  const shops = [...names.shops.values()].filter((shop) => shop.brandId === brandId)
  const shopIds = new Set(shops.map(({ id }) => id))
  const channels = [...names.channels.values()].filter(({ shopId }) => shopIds.has(shopId))
  const tags = [...names.tags.values()].filter((tag) => tag.brandId === brandId)
  return (
    <>
      <h3>{t('rule.when')}</h3>
      <p className={style.quiet}>{t('rule.whenHint')}</p>
      <Several name="shopIds" label={t('rule.shops')} rows={shops} />
      <Several name="channelIds" label={t('rule.channels')} rows={channels} />
      <Several
        name="stages"
        label={t('rule.stages')}
        rows={orderStages.map((stage) => ({ id: stage, name: t(`conversation:stage.${stage}`) }))}
      />
      <Form.Item name={['when', 'languages']} label={t('rule.languages')}>
        <LanguageSelect placeholder={t('rule.any')} />
      </Form.Item>
      <Several
        name="topicIds"
        label={t('rule.topics')}
        rows={[...names.topics].map(([id, name]) => ({ id, name }))}
      />
      <Several name="customerTagIds" label={t('rule.segment')} rows={tags} />
    </>
  )
}

function Several({
  name,
  label,
  rows,
}: {
  name: string
  label: string
  rows: readonly { id: number | string; name: string }[]
}) {
  const { t } = useTranslation('assignment')
  return (
    <Form.Item name={['when', name]} label={label}>
      <Select
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('rule.any')}
        options={rows.map((row) => ({ value: row.id, label: row.name }))}
      />
    </Form.Item>
  )
}

function Then({ brandId }: { brandId: number }) {
  const { t } = useTranslation('assignment')
  const span = useSpan()
  const { teams } = useRuleNames()
  const options = [...teams.values()]
    .filter((team) => !team.archived && (team.brandId === null || team.brandId === brandId))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <h3>{t('rule.who')}</h3>
      <Form.Item name="teamId" label={t('rule.team')}>
        <Select allowClear placeholder={t('rule.teamAny')} options={options} />
      </Form.Item>
      <Skills />
      <Form.Item name="overflowTeamId" label={t('rule.overflow')}>
        <Select allowClear placeholder={t('rule.overflowNone')} options={options} />
      </Form.Item>
      <Form.Item
        name="priority"
        label={t('rule.priority')}
        extra={t('rule.priorityHint', { span: span(300) })}
      >
        <InputNumber min={0} max={9} precision={0} />
      </Form.Item>
    </>
  )
}

function Skills() {
  const { t } = useTranslation('assignment')
  const skills = [...useRuleNames().skills.values()].filter(({ archived }) => !archived)
  if (skills.length === 0) return <p className={style.quiet}>{t('rule.noSkills')}</p>
  const wish = { skillId: skills[0]?.id, level: 1, required: true }
  return (
    <Form.Item label={t('rule.skills')}>
      <Form.List name="skills">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={style.skill}>
                <Form.Item name={[name, 'skillId']}>
                  <Select
                    aria-label={t('rule.skill')}
                    options={skills.map((skill) => ({ value: skill.id, label: skill.name }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'level']}>
                  <Select
                    aria-label={t('rule.skillLevel')}
                    options={[1, 2, 3, 4, 5].map((level) => ({ value: level, label: t('level', { level }) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'required']}>
                  <Select
                    aria-label={t('rule.strength')}
                    options={[
                      { value: true, label: t('rule.required') },
                      { value: false, label: t('rule.preferred') },
                    ]}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('rule.removeSkill')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add(wish)} disabled={fields.length >= 10}>
              {t('rule.addSkill')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
