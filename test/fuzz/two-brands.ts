import type { BuiltInRoleKey } from '../../domain/staff/roles.ts'
import type { Caller, TestApp } from '../support/app.ts'

/** A word that stands in everything of the first brand, so that a leak is seen wherever it is. */
export const mark = 'amber'

/** One of everything in the first brand, by the name that a path gives it. */
export type Rows = Readonly<Record<string, number | string>>

export interface TwoBrands {
  readonly rows: Rows
  readonly brandId: number
  readonly otherBrandId: number
  readonly otherShopId: number
  readonly otherChannelKey: string
  /** The visitor who wrote in the first brand. */
  readonly customer: Caller
}

/** Furnishes the installation's brand and makes a second one beside it. */
export async function furnishTwoBrands(app: TestApp): Promise<TwoBrands> {
  const { client } = app.owner
  const { brandId, shopId, channelId, channelKey } = app
  const localized = { en: `${mark} words`, 'zh-CN': `${mark} 话` }
  await client.brand.updateBrand({ params: { brandId }, body: { name: `${mark} brand` } })
  await client.shop.updateShop({ params: { shopId }, body: { name: `${mark} shop` } })
  await client.channel.updateChannel({ params: { channelId }, body: { name: `${mark} channel` } })
  const customer = await app.visitor({ name: `${mark} customer`, email: `${mark}@mail.example` })
  const key = `${mark}-line`
  const { conversation } = await customer.client.widget.sendMessage({
    body: { key, text: `${mark} question` },
  })
  const { conversations } = await client.conversation.listConversations({ query: { view: 'queue' } })
  const { id: conversationId = 0, customerId = 0 } = conversations[0] ?? {}
  const { messageId } = await client.message.reply({
    params: { conversationId },
    body: { key: `${mark}-answer`, text: `${mark} answer` },
  })
  await app.platform.pool.query(
    `insert into rating (brand_id, conversation_id, shop_id, customer_id, invited_at, expires_at, score, comment,
       rated_at, credited_replies, all_replies, credit_tied, resolved_at)
     values ($1, $2, $3, $4, now(), now() + interval '3 days', 1, $5, now(), 1, 1, false, now())`,
    [brandId, conversationId, shopId, customerId, `${mark} comment`],
  )
  const { noteId } = await client.customer.addCustomerNote({
    params: { customerId },
    body: { text: `${mark} note` },
  })
  const { tagId } = await client.tag.createTag({ body: { brandId, name: `${mark} tag`, colour: '#aa5500' } })
  const { teamId } = await client.team.createTeam({ body: { brandId, name: `${mark} team` } })
  const { departmentId } = await client.department.createDepartment({
    body: { brandId, name: `${mark} department` },
  })
  const { topicId } = await client.topic.createTopic({
    body: { brandId, parentId: null, stage: 'complaint', name: localized },
  })
  const { fieldId } = await client.customer.createCustomField({
    body: { brandId, key: mark, name: localized, kind: 'text' },
  })
  const { cannedReplyId } = await client.cannedReply.createCannedReply({
    body: { brandId, shared: true, shortcut: mark, text: localized },
  })
  await client.shop.createIdentityKey({ params: { shopId } })
  const { keys } = await client.shop.listIdentityKeys({ params: { shopId } })
  const member = await app.staff('Mona', 'agent', { brandId })
  const { invitationId } = await client.staff.invite({
    body: {
      email: 'invited@desk.example',
      name: `${mark} invited`,
      grants: [{ roleId: await roleOf(app, 'agent'), brandId, shopId: null, teamId: null }],
    },
  })
  const { transfer } = await client.assignment.offerTransfer({
    params: { conversationId },
    body: { staffId: member.staffId, reason: `${mark} reason`, summary: `${mark} summary` },
  })
  const { simulationId } = await client.assignment.startSimulation({
    params: { brandId },
    body: { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
  })
  const other = await client.brand.createBrand({ body: { name: 'Cobalt' } })
  const otherShop = await client.shop.createShop({
    body: { brandId: other.brandId, name: 'Cobalt shop', timeZone: 'Asia/Shanghai', languages: ['en'] },
  })
  const { channels } = await client.channel.listChannels()
  return {
    rows: {
      brandId,
      shopId,
      channelId,
      channelKey,
      conversationId,
      conversation,
      customerId,
      messageId,
      noteId,
      tagId,
      teamId,
      departmentId,
      topicId,
      fieldId,
      cannedReplyId,
      invitationId,
      transferId: transfer.id,
      simulationId,
      identityKeyId: keys[0]?.id ?? 0,
      staffId: member.staffId,
      key,
    },
    brandId,
    otherBrandId: other.brandId,
    otherShopId: otherShop.shopId,
    otherChannelKey: channels.find(({ shopId: id }) => id === otherShop.shopId)?.key ?? '',
    customer,
  }
}

export async function roleOf(app: TestApp, role: BuiltInRoleKey): Promise<number> {
  const { roles } = await app.owner.client.staff.listRoles()
  return roles.find(({ builtIn }) => builtIn === role)?.id ?? 0
}
