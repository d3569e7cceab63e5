import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { type AssignmentPolicy, policyShape } from '../../domain/assignment/policy.ts'
import style from './assignment.module.css'
import { useSpan } from './span.ts'

/** The policy of the form in plain words, as it is typed. */
export function PolicyMeans() {
  const policy = readable(Form.useWatch('policy', { form: Form.useFormInstance(), preserve: true }))
  return policy && <Means policy={policy} />
}

function Means({ policy }: { policy: AssignmentPolicy }) {
  const { t } = useTranslation('assignment')
  const span = useSpan()
  const { rules, language, sticky, ladder, ramp } = policy
  const { level } = language
  const sentences = [
    ...(policy.automatic ? [] : [t('means.off')]),
    rules.length === 0 ? t('means.rulesNone') : t('means.rules', { count: rules.length }),
    language.ask === 'not'
      ? t('means.languageNot')
      : t(language.ask === 'required' ? 'means.languageRequired' : 'means.languagePreferred', { level }),
    sticky.on
      ? t('means.sticky', { online: span(sticky.hours * 3_600), paused: span(sticky.pausedHours * 3_600) })
      : t('means.stickyOff'),
    t('means.choose'),
    t('means.ladder', {
      preferred: span(ladder.preferredAfter),
      levels: span(ladder.levelsAfter),
      overflow: span(ladder.overflowAfter),
      anybody: span(ladder.anybodyAfter),
    }),
    t('means.answer', { answer: span(policy.answerWithinSeconds) }),
    t('means.transfer', { accept: span(policy.acceptWithinSeconds), lead: policy.leadFromTransfer }),
    t('means.ramp', { share: Math.round(ramp.startShare * 100), minutes: span(ramp.minutes * 60) }),
  ]
  return (
    <ul className={style.means}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** A policy that can be put into words; nothing while a field is empty or out of order. */
function readable(policy: unknown): AssignmentPolicy | null {
  const read = policyShape.safeParse(policy)
  return read.success ? read.data : null
}
