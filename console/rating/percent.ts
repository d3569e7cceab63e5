import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Writes a share from 0 to 1 as whole percent. */
export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const format = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })
    return (share) => format.format(share)
  }, [i18n.language])
}
