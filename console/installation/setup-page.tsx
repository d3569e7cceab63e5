/** The set-up page. */
export default function SetupPage() {
  return null
}
