import { useNames } from '../shell/lookups.ts'
import { useMe } from '../shell/me.ts'
import { useRemembered } from '../shell/remembered.ts'

/** The team whose roster is shown (the one named, the last one seen, or one's own), and the time zone of a shop it serves. */
export function useTeamPlace(named?: number) {
  const { staffId } = useMe()
  const { teams, shops } = useNames()
  const [kept, keep] = useRemembered<number>('roster-team', 0)
  const [keptShop, keepShop] = useRemembered<number>('roster-shop', 0)
  const open = teams.filter(({ archived }) => !archived)
  const mine = open.find(({ memberIds }) => memberIds.includes(staffId))
  const team = open.find(({ id }) => id === (named ?? kept)) ?? mine ?? open[0]
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
