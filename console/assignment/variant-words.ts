import { useTranslation } from 'react-i18next'
import { defaultPolicy } from '../../domain/assignment/policy.ts'
import type { Variant } from '../../domain/assignment/simulation.ts'
import { useColleagues } from '../conversation/lookups.ts'

/** One side of a simulation in a few words. */
export function useVariantWords(): (variant: Variant) => string {
  const { t } = useTranslation('assignment')
  const colleagues = useColleagues()
  return ({ policy, capacity, extraAgents, withoutStaffIds }) => {
    const usual = policy !== null && JSON.stringify(policy) === JSON.stringify(defaultPolicy)
    const names = withoutStaffIds
      .map((id) => colleagues.get(id)?.name ?? t('rule.unknown'))
      .join(t('rule.and'))
    return [
      policy === null ? t('sim.policyNow') : usual ? t('sim.policyDefault') : t('sim.other'),
      capacity === null ? '' : t('sim.settings.capacity', { count: capacity }),
      extraAgents === 0 ? '' : t('sim.settings.extra', { count: extraAgents }),
      names === '' ? '' : t('sim.settings.without', { names }),
    ]
      .filter((text) => text !== '')
      .join(t('rule.and'))
  }
}
