/**
 * Node.js code with which a shop's server signs who is logged in (a JWT, HS256, no library needed). Names in capitals
 * are the shop's to fill in; the secret stays in its environment.
 */
export function serverSample(keyId: string, channelKey: string): string {
  return `import { createHmac } from 'node:crypto'

const encode = (data) => Buffer.from(JSON.stringify(data)).toString('base64url')

export function identityOf(customer) {
  const head = encode({ alg: 'HS256', typ: 'JWT', kid: '${keyId}' })
  const body = encode({
    sub: String(customer.id),
    shop: '${channelKey}',
    exp: Math.floor(Date.now() / 1000) + 3600,
    name: customer.name,
    email: customer.email,
  })
  const signed = createHmac('sha256', process.env.SHOPDESK_SECRET).update(\`\${head}.\${body}\`)
  return \`\${head}.\${body}.\${signed.digest('base64url')}\`
}`
}

/** What the page says with the signed identity. */
export const pageSample = `<script>
  window.Shopdesk = window.Shopdesk || []
  Shopdesk.push(['identify', 'THE SIGNED IDENTITY'])
</script>`
