import { Select, type SelectProps } from 'antd'
import { useMemo } from 'react'

/** The zone of this computer, for the first choice. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

/** Chooses a time zone; each with its present offset from UTC. */
export function TimeZoneSelect(props: SelectProps<string>) {
  const options = useMemo(zoneOptions, [])
  return <Select showSearch={{ optionFilterProp: 'label' }} options={options} {...props} />
}

function zoneOptions() {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', browserTimeZone()])
  return [...zones].map((zone) => ({
    value: zone,
    label: `${zone.replaceAll('_', ' ')} (${offsetOf(zone)})`,
  }))
}

function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts()
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? 'UTC+00:00' : name.replace('GMT', 'UTC')
}
