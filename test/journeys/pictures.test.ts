import { expect, test } from 'vitest'
import { answer, line, openRow } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

/** A busy morning; the pictures of it stand in the README and in the manual (`docs/pictures`). */
const morning = {
  en: [
    ['Tom Baker', 'Is the lantern safe for a bathroom?'],
    ['Lena Fischer', 'Mein Paket ist beschädigt angekommen.'],
    ['Omar Haddad', 'Can you send it to the office instead?'],
    ['Rosa Alvarez', 'Where is my parcel? It should have come on Friday.'],
  ],
  'zh-CN': [
    ['王磊', '灯笼可以放在浴室吗？'],
    ['陈静', '收到的灯罩有一处裂痕，怎么处理？'],
    ['刘洋', '能改寄到公司吗？'],
    ['林小雨', '我的包裹到哪里了？说好周五到的。'],
  ],
} as const
const said = {
  en: 'It reached your city this morning and comes today between 2 and 4 pm.',
  'zh-CN': '包裹今天早上已到您所在的城市，下午两点到四点送达。',
}

test.each(['en', 'zh-CN'] as const)('a morning in the inbox (%s)', async (language) => {
  const amy = await stage.app.staff(language === 'en' ? 'Amy' : 'Mei', 'agent')
  await amy.client.staff.updateMe({ body: { language } })
  for (const [index, [name, text]] of morning[language].entries()) {
    const customer = await stage.app.visitor({ name, email: `customer${index}@mail.example` })
    const source = { page: 'https://lantern.example/lantern-40', pageTitle: 'Paper lantern, 40 cm', language }
    await customer.client.widget.sendMessage({ body: { key: `morning-${language}-${index}`, text, source } })
  }
  const inbox = await stage.console(amy, '/inbox/all', { language })
  const [, last] = morning[language][3]
  await openRow(inbox, last)
  await answer(inbox, said[language])
  await line(inbox, said[language])
    .getByText(language === 'en' ? 'Delivered' : '已送达')
    .waitFor()
  expect(await inbox.locator('a[data-gone]').count()).toBeGreaterThanOrEqual(4)
  await prove(inbox, `inbox-${language === 'en' ? 'en' : 'zh'}`)
})
