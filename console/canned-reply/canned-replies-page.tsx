/** Canned replies. */
export default function CannedRepliesPage() {
  return null
}
