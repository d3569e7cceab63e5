import type { FormItemProps } from 'antd'
import type { Localized } from '../../domain/localized.ts'

type Rule = NonNullable<FormItemProps['rules']>[number]

/** The rule of a form that at least one language is filled in. */
export function localizedRule(message: string): Rule {
  return {
    validator: (_rule: unknown, value?: Localized) =>
      Object.values(value ?? {}).some((text) => text.trim() !== '')
        ? Promise.resolve()
        : Promise.reject(new Error(message)),
  }
}
