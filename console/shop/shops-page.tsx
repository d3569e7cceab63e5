/** Shops. */
export default function ShopsPage() {
  return null
}
