/** Fields. */
export default function CustomerFieldsPage() {
  return null
}
