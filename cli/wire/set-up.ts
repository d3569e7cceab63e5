import { insist } from './insist.ts'
import type { OwnServer } from './own-server.ts'
import { openWire } from './send.ts'
import { type Colleague, signIn, staffClient } from './staff.ts'

export interface Founding {
  readonly owner: { name: string; email: string; password: string; language: 'zh-CN' | 'en' }
  readonly brand: { name: string }
  readonly shop: { name: string; timeZone: string; languages: string[]; colour?: string }
}

export interface Founded {
  readonly owner: Colleague
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly channelKey: string
}

/** Sets a fresh server up as its set-up page does, and signs the owner in. */
export async function setUp(server: OwnServer, founding: Founding): Promise<Founded> {
  const token = server.setUpToken()
  if (!token) throw new Error('The server printed no set-up address: it is set up already.')
  const client = staffClient(openWire(server.base))
  const made = await insist(() => client.installation.setUp({ body: { token, ...founding } }))
  const owner = await signIn(server.base, founding.owner.email, founding.owner.password)
  return { owner, ...made }
}
