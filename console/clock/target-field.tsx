import { Segmented, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { warnMs } from '../../domain/clock/clock.ts'
import type { ClockKind } from '../../domain/clock/kinds.ts'
import type { ClockTarget } from '../../domain/clock/policy-shape.ts'
import { DurationField } from './duration-field.tsx'
import { OwnStatus } from './own-status.tsx'
import style from './policy.module.css'
import { newPolicy } from './policy.ts'
import { useDurationText } from './use-duration-text.ts'

interface TargetFieldProps {
  kind: ClockKind
  value?: ClockTarget | null
  onChange?: (target: ClockTarget | null) => void
  /** Whether the policy has a calendar on which the clock could run. */
  calendar: boolean
}

/** One promise of time: whether it is given, how long, when to warn, and on which time it runs. */
export function TargetField({ kind, value = null, onChange, calendar }: TargetFieldProps) {
  const { t } = useTranslation('clock')
  const say = useDurationText()
  const name = t(`kind.${kind}`)
  const set = (change: Partial<ClockTarget>) => value && onChange?.({ ...value, ...change })
  const standard = newPolicy.targets[kind] ?? { seconds: 300, warnSeconds: null, runsOn: 'calendar' }
  const fault = targetFault(value)
  return (
    <OwnStatus>
      <div className={style.target} data-off={value === null}>
        <div className={style.targetName}>
          <Switch
            size="small"
            checked={value !== null}
            aria-label={name}
            onChange={(on) => onChange?.(on ? standard : null)}
          />
          <div>
            <strong>{name}</strong>
            <p>{t(`kindHint.${kind}`)}</p>
          </div>
        </div>
        {value && (
          <div className={style.targetFields}>
            <div>
              <span className={style.label}>{t('within')}</span>
              <DurationField
                label={t('withinOf', { kind: name })}
                value={value.seconds === 0 ? null : value.seconds}
                wrong={fault === 'too_short'}
                onChange={(seconds) => set({ seconds: seconds ?? 0 })}
              />
            </div>
            <div>
              <span className={style.label}>{t('warnAfter')}</span>
              <DurationField
                label={t('warnAfterOf', { kind: name })}
                value={value.warnSeconds}
                wrong={fault === 'warning_after_target'}
                placeholder={t('auto')}
                onChange={(warnSeconds) => set({ warnSeconds: warnSeconds === 0 ? null : warnSeconds })}
              />
              {value.warnSeconds === null && value.seconds > 0 && (
                <p className={style.auto}>{t('autoWarn', { time: say(warnMs(value) / 1000) })}</p>
              )}
            </div>
            {calendar && (
              <div>
                <span className={style.label}>{t('runsOn')}</span>
                <Segmented
                  aria-label={t('runsOnOf', { kind: name })}
                  value={value.runsOn}
                  onChange={(runsOn) => set({ runsOn })}
                  options={(['calendar', 'wall'] as const).map((one) => ({
                    value: one,
                    label: t(`runs.${one}`),
                    title: t(`runsHint.${one}`),
                  }))}
                />
              </div>
            )}
          </div>
        )}
      </div>
    </OwnStatus>
  )
}

/** What is wrong with a target, as the server would say. */
export function targetFault(target: ClockTarget | null): 'too_short' | 'warning_after_target' | null {
  if (target === null) return null
  if (target.seconds < 5) return 'too_short'
  return target.warnSeconds !== null && target.warnSeconds >= target.seconds ? 'warning_after_target' : null
}
