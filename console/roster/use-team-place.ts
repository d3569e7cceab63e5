import { useNames } from '../shell/lookups.ts'
import { useRemembered } from '../shell/remembered.ts'

/** The team whose roster is shown, remembered, and the time zone of a shop it serves. */
export function useTeamPlace() {
  const { teams, shops } = useNames()
  const [kept, keep] = useRemembered<number>('roster-team', 0)
  const [keptShop, keepShop] = useRemembered<number>('roster-shop', 0)
  const open = teams.filter(({ archived }) => !archived)
  const team = open.find(({ id }) => id === kept) ?? open[0]
  const served = shops.filter(
    ({ archived, brandId }) => !archived && (!team || team.brandId === null || brandId === team.brandId),
  )
  const shop = served.find(({ id }) => id === keptShop) ?? served[0]
  const zones = new Set(served.map(({ timeZone }) => timeZone))
  return {
    teams: open,
    team,
    chooseTeam: keep,
    /** Shops to choose from, where their clocks differ. */
    shops: zones.size > 1 ? served : [],
    shop,
    chooseShop: keepShop,
    zone: shop?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}
