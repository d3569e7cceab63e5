/** Topics. */
export default function TopicsPage() {
  return null
}
