import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect.ts'

describe('detectLanguage', () => {
  it.each([
    ['您好，我的快递三天没有更新了', 'zh'],
    ['The zip on the jacket broke after two days, can I send it back?', 'en'],
    ['WHERE IS MY ORDER', 'en'],
    ['¿Cuándo llega mi pedido? Lo compré hace una semana.', 'es'],
    ['Mein Paket ist beschädigt angekommen, was soll ich tun?', 'de'],
    ["Je n'ai toujours pas reçu mon colis.", 'fr'],
    ['Não recebi o reembolso do meu pedido ainda.', 'pt'],
    ['Il maglione è troppo piccolo, vorrei cambiarlo.', 'it'],
    ['Kargom hâlâ gelmedi, nerede olduğunu öğrenebilir miyim?', 'tr'],
    ['Đơn hàng của tôi bao giờ giao?', 'vi'],
    ['Kapan pesanan saya dikirim? Sudah lima hari menunggu.', 'id'],
    ['サイズを交換したいのですが、可能でしょうか。', 'ja'],
    ['Когда вернут деньги за заказ?', 'ru'],
    ['أين طلبي؟ لم يصل بعد', 'ar'],
    ['मेरा ऑर्डर कब आएगा', 'hi'],
    ['hola', 'es'],
  ])('%s is %s', async (text, language) => {
    expect(await detectLanguage(text)).toBe(language)
  })

  it.each(['👍', 'ok', '13800001111', 'SKU-88/12', 'https://shop.example/a?b=c', ''])(
    'does not guess for %j',
    async (text) => {
      expect(await detectLanguage(text)).toBeNull()
    },
  )

  it('reads a text of several lines and of any length', async () => {
    expect(
      await detectLanguage(`Hello there,\n\nthe lamp arrived broken.\n${'Please help. '.repeat(500)}`),
    ).toBe('en')
  })
})
