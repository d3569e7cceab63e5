import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inLanguage, type Localized } from '../../domain/localized.ts'
import { ask } from './query-client.ts'

/** Names of brands, shops, teams and roles by number, for rows that hold only numbers. */
export function useNames() {
  const brands = useQuery(ask('brand', 'listBrands')).data?.brands ?? []
  const shops = useQuery(ask('shop', 'listShops')).data?.shops ?? []
  const teams = useQuery(ask('team', 'listTeams')).data?.teams ?? []
  return {
    brands,
    shops,
    teams,
    brand: nameOf(brands),
    shop: nameOf(shops),
    team: nameOf(teams),
  }
}

function nameOf(rows: readonly { id: number; name: string }[]): (id: number) => string | undefined {
  return (id) => rows.find((row) => row.id === id)?.name
}

/** Shows a shop's own text in the viewer's language, by the one fallback rule. */
export function useInLanguage(): (text: Localized) => string {
  const { i18n } = useTranslation('shell')
  return (text) => inLanguage(text, i18n.language)
}
