import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssignmentRule } from '../../domain/assignment/policy.ts'
import style from './assignment.module.css'
import { RuleSheet } from './rule-sheet.tsx'
import { useRuleSentence } from './rule-words.ts'

/** The rules as a field of the form, so that what the server finds wrong with them stands here. */
export function RulesItem({ brandId }: { brandId: number }) {
  return (
    <Form.Item name={['policy', 'rules']} style={{ margin: 0 }}>
      <RuleList brandId={brandId} />
    </Form.Item>
  )
}

interface ListProps {
  brandId: number
  value?: AssignmentRule[]
  onChange?: (rules: AssignmentRule[]) => void
}

/** The rules in their order; they are moved by buttons, so that it goes by keyboard and thumb as well. */
function RuleList({ brandId, value: rules = [], onChange }: ListProps) {
  const { t } = useTranslation('assignment')
  const [open, setOpen] = useState<number | null>(null)
  const move = (from: number, to: number) => {
    const rule = rules[from]
    if (rule) onChange?.(rules.toSpliced(from, 1).toSpliced(to, 0, rule))
  }
  return (
    <>
      {rules.length === 0 && <p className={style.quiet}>{t('rule.none')}</p>}
      <ol className={style.rules}>
        {rules.map((rule, index) => (
          <RuleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no number of their own
            key={index}
            rule={rule}
            first={index === 0}
            last={index === rules.length - 1}
            onOpen={() => setOpen(index)}
            onMove={(by) => move(index, index + by)}
            onRemove={() => onChange?.(rules.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Button icon={<PlusOutlined />} onClick={() => setOpen(rules.length)} disabled={rules.length >= 100}>
        {t('rule.add')}
      </Button>
      <RuleSheet
        brandId={brandId}
        rule={open === null ? undefined : rules[open]}
        open={open !== null}
        onClose={() => setOpen(null)}
        onSave={(rule) => onChange?.(rules.toSpliced(open ?? rules.length, 1, rule))}
      />
    </>
  )
}

interface RowProps {
  rule: AssignmentRule
  first: boolean
  last: boolean
  onOpen: () => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function RuleRow({ rule, first, last, onOpen, onMove, onRemove }: RowProps) {
  const { t } = useTranslation(['assignment', 'shell'])
  const sentence = useRuleSentence()
  const { name } = rule
  return (
    <li className={style.rule}>
      <div className={style.ruleWords}>
        <button type="button" className={style.ruleName} onClick={onOpen}>
          {name}
        </button>
        <p className={style.quiet}>{sentence(rule)}</p>
      </div>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={`${t('shell:moveUp')}: ${name}`}
        disabled={first}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={`${t('shell:moveDown')}: ${name}`}
        disabled={last}
        onClick={() => onMove(1)}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`${t('rule.remove')}: ${name}`}
        onClick={onRemove}
      />
    </li>
  )
}
