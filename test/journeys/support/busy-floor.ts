import { castCustomers } from '../../../domain/cast.ts'
import type { Caller, TestApp } from '../../support/app.ts'

type Agent = Caller & { staffId: number }

/** A floor at work: people in every state, customers who wait, talks in hand, promises and clocks at risk. */
export interface BusyFloor {
  readonly agents: readonly Agent[]
  readonly lead: Agent
}

/** How each signs in, and what they are called. */
const people = [
  ['xiaoman', '李小满'],
  ['lei', '王磊'],
  ['emma', 'Emma Clarke'],
  ['diego', 'Diego Ramos'],
  ['jing', '陈静'],
  ['li', '何力'],
  ['min', '苏敏'],
] as const
const questions = [
  '你好，我的订单显示已发货，可是三天没有物流更新了，能帮我查一下吗？',
  '请问这款床品四件套 1.8 米的床能用吗？',
  '收到的杯子有一道裂纹，照片发给你们了，可以换一个吗？',
  'The parcel says delivered but there is nothing at my door, can you check?',
  '发票抬头写错了，能重开吗？',
  'Does the linen shrink when it is washed at 60 degrees?',
  '我要改一下收货地址，还没发货吧？',
]

/** Fills the floor. What takes hours in life is dated back in the tables. */
export async function fillFloor(app: TestApp): Promise<BusyFloor> {
  const { client } = app.owner
  await client.shop.updateShop({ params: { shopId: app.shopId }, body: { name: '木棉家居旗舰店' } })
  const lead = await app.staff('lan', 'duty_lead')
  await lead.client.staff.updateMe({ body: { name: '周岚' } })
  const agents: Agent[] = []
  for (const [door, name] of people) {
    const agent = await app.staff(door, 'agent')
    await agent.client.staff.updateMe({ body: { name } })
    agents.push(agent)
  }
  const { teamId } = await client.team.createTeam({
    body: { name: '售后一组', brandId: app.brandId, memberIds: agents.slice(0, 4).map((one) => one.staffId) },
  })
  for (let n = 0; n < 22; n++) await talk(app, n, agents, teamId)
  await promise(app, agents[0]?.staffId ?? 0)
  await setPresence(app, agents)
  return { agents, lead }
}

/** Whoever is online has as much in hand as they may, so that who waits goes on waiting. */
async function setPresence(app: TestApp, agents: readonly Agent[]): Promise<void> {
  const { rows } = await app.platform.pool.query(
    `insert into break_kind (name, limit_minutes, position, created_at)
     values ('{"zh-CN": "用餐", "en": "Meal"}', 30, 9, now()) returning id`,
  )
  const states = ['online', 'online', 'online', 'paused', 'break', 'wrap_up', 'offline']
  for (const [index, { staffId }] of agents.entries()) {
    const state = states[index] ?? 'online'
    await app.platform.pool.query(
      `update presence set state = $2, since = now() - make_interval(mins => $3), capacity = greatest(used, 1),
         until_at = case when $2 = 'break' then now() - interval '4 min' end,
         break_kind_id = case when $2 = 'break' then $4::bigint end where staff_id = $1`,
      [staffId, state, 12 + 9 * index, rows[0].id],
    )
  }
}

async function talk(app: TestApp, n: number, agents: readonly Agent[], teamId: number): Promise<void> {
  const text = questions[n % questions.length] ?? ''
  const language = /^[A-Z]/.test(text) ? 'en' : 'zh'
  const name = castCustomers[language]?.[n % 6] ?? null
  const customer = await app.visitor(name === null ? {} : { name })
  await customer.client.widget.sendMessage({ body: { key: `busy-floor-${n}`, text } })
  const { rows } = await app.platform.pool.query('select max(id) as id from conversation')
  const conversationId: number = rows[0].id
  const params = { conversationId }
  const agent = agents[n % 5]
  if (n % 3 !== 0 && agent) {
    await agent.client.conversation.takeConversation({ params })
    if (n % 4 !== 0) {
      const body = {
        key: `busy-answer-${n}`,
        text: language === 'en' ? 'Let me look.' : '好的，我马上为您查看。',
      }
      await agent.client.message.reply({ params, body })
    }
    if (n % 7 === 0) await agent.client.conversation.waitInside({ params })
  }
  await app.platform.pool.query(
    `update conversation set waiting_since = waiting_since - make_interval(secs => $2),
       team_id = case when $3 then $4::bigint end,
       offline_message_at = case when $5 and state = 'queued' then now() - interval '7 h' end,
       warn_at = case when waiting_since is not null and $6 then now() - interval '20 s' end,
       due_at = case when waiting_since is not null and $6 then now() + make_interval(secs => 90 - $2) end,
       due_kind = case when waiting_since is not null and $6 then 'round' end
     where id = $1`,
    [conversationId, (n * 37) % 290, n % 2 === 0, teamId, n % 9 === 0, n % 4 === 0],
  )
}

async function promise(app: TestApp, staffId: number): Promise<void> {
  await app.platform.pool.query(
    `insert into promise (brand_id, conversation_id, customer_id, staff_id, kind, what, due_at, state, made_at)
     select brand_id, id, customer_id, $1, 'call', '物流查到后回电告知客户', now() + interval '9 min', 'open', now()
     from conversation where assignee_id = $1 order by id limit 1`,
    [staffId],
  )
}
