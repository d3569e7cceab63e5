import { useTranslation } from 'react-i18next'
import { Part } from '../ui/settings-part.tsx'
import { ChoiceField, NumberField, ShareField, SwitchField } from './policy-field.tsx'
import { PolicyMeans } from './policy-means.tsx'
import { RulesItem } from './rule-list.tsx'
import { useSpan } from './span.ts'

/** The whole policy of a brand, part by part, each with what it means. */
export function PolicyParts({ brandId }: { brandId: number }) {
  const { t } = useTranslation('assignment')
  const span = useSpan()
  const day = 86_400
  const seconds = { unit: t('unit.seconds'), min: 0, max: day, says: span }
  const hours = {
    unit: t('unit.hours'),
    min: 0,
    max: 720,
    says: (count: number) => t('span.hours', { count }),
  }
  return (
    <>
      <Part title={t('part.means')} hint={t('part.meansHint')}>
        <PolicyMeans />
      </Part>
      <Part title={t('part.automatic')} hint={t('part.automaticHint')}>
        <SwitchField at={['automatic']} label={t('field.automatic')} />
      </Part>
      <Part title={t('part.rules')} hint={t('part.rulesHint')}>
        <RulesItem brandId={brandId} />
      </Part>
      <Part title={t('part.language')} hint={t('part.languageHint')}>
        <ChoiceField
          at={['language', 'ask']}
          label={t('field.ask')}
          options={(['not', 'preferred', 'required'] as const).map((value) => ({
            value,
            label: t(`ask.${value}`),
          }))}
        />
        <ChoiceField
          at={['language', 'level']}
          label={t('field.languageLevel')}
          options={[1, 2, 3, 4, 5].map((level) => ({ value: level, label: t('level', { level }) }))}
        />
      </Part>
      <Part title={t('part.sticky')} hint={t('part.stickyHint')}>
        <SwitchField at={['sticky', 'on']} label={t('field.stickyOn')} />
        <NumberField at={['sticky', 'hours']} label={t('field.stickyHours')} {...hours} />
        <NumberField at={['sticky', 'pausedHours']} label={t('field.stickyPaused')} {...hours} />
      </Part>
      <Part title={t('part.order')} hint={t('part.orderHint')}>
        <NumberField at={['order', 'bonusSeconds']} label={t('field.bonus')} {...seconds} />
        <NumberField at={['order', 'marginSeconds']} label={t('field.margin')} {...seconds} />
        <NumberField
          at={['order', 'offlineBonusSeconds']}
          label={t('field.offlineBonus')}
          {...seconds}
          max={7 * day}
        />
      </Part>
      <Part title={t('part.ladder')} hint={t('part.ladderHint')}>
        <NumberField at={['ladder', 'preferredAfter']} label={t('field.preferred')} {...seconds} />
        <NumberField at={['ladder', 'levelsAfter']} label={t('field.levels')} {...seconds} />
        <NumberField at={['ladder', 'overflowAfter']} label={t('field.overflow')} {...seconds} />
        <NumberField at={['ladder', 'anybodyAfter']} label={t('field.anybody')} {...seconds} />
      </Part>
      <Part title={t('part.answer')} hint={t('part.answerHint')}>
        <NumberField at={['answerWithinSeconds']} label={t('field.answerWithin')} {...seconds} min={10} />
        <NumberField
          at={['acceptWithinSeconds']}
          label={t('field.acceptWithin')}
          {...seconds}
          min={10}
          max={3_600}
        />
        <NumberField at={['leadFromTransfer']} label={t('field.lead')} min={1} max={20} says={String} />
      </Part>
      <Part title={t('part.ramp')} hint={t('part.rampHint')}>
        <ShareField at={['ramp', 'startShare']} label={t('field.startShare')} />
        <NumberField
          at={['ramp', 'minutes']}
          label={t('field.rampMinutes')}
          unit={t('unit.minutes')}
          min={0}
          max={2_880}
          says={(count) => t('span.minutes', { count })}
        />
      </Part>
    </>
  )
}
