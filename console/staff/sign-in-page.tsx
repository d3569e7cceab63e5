/** Sign in. */
export default function SignInPage() {
  return null
}
