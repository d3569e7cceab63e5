import type { Scenario } from './scenario.ts'

/** What customers of the cross-border shop write about, in their own languages. */
export const abroadScenarios: readonly Scenario[] = [
  {
    language: 'en',
    shop: 'abroad',
    topic: 'parcel',
    tag: 'cross-border',
    outcome: 'solved',
    lines: [
      ['c', 'Hi, my order {order} has not moved for {days} days. Is it lost?'],
      [
        'a',
        'Hello! Let me look. It is waiting for customs at Los Angeles, which usually takes two to three days.',
      ],
      ['c', 'Do I have to pay anything?'],
      ['a', 'No, duties are paid by us. You will get a message from the carrier as soon as it is released.'],
      ['c', 'Perfect, thank you.'],
    ],
  },
  {
    language: 'en',
    shop: 'abroad',
    topic: 'return',
    outcome: 'solved',
    lines: [
      ['c', 'The {product} is lovely but too big for my room. How do returns work from the US?'],
      ['a', 'You have 30 days. We have a return warehouse in Nevada, so nothing goes back overseas.'],
      ['c', 'Who pays for shipping?'],
      [
        'a',
        'For a change of mind it is a flat 9 dollars, taken off the refund. I can send you the label now.',
      ],
      ['c', 'Yes please, the order is {order}'],
      ['a', 'Done, the label is in your mailbox. The refund leaves within three days after it arrives.'],
    ],
  },
  {
    language: 'en',
    shop: 'abroad',
    topic: 'damage',
    tag: '破损',
    outcome: 'solved',
    lines: [
      ['c', 'Two of the {product} arrived broken :('],
      ['a', 'Oh no, I am sorry! Are you all right? A photo of the pieces and the box is all I need.'],
      ['c', 'I am fine. Photo attached to order {order}'],
      ['a', 'Thank you. Would you like new ones, or your money back for the two?'],
      ['c', 'New ones, if it does not take another month'],
      ['a', 'They leave from our Nevada warehouse tomorrow, so about four days.'],
    ],
  },
  {
    language: 'en',
    shop: 'abroad',
    topic: 'price',
    outcome: 'no_answer_needed',
    lines: [
      ['c', 'Is there a discount for first orders on the {product}?'],
      ['a', 'There is: subscribe to our letter and you get 10 % off the first order.'],
      ['c', 'Got it, cheers!'],
    ],
  },
  {
    language: 'es',
    shop: 'abroad',
    topic: 'parcel',
    tag: 'cross-border',
    outcome: 'solved',
    lines: [
      ['c', 'Hola, ¿cuándo llega mi pedido {order}? Lo compré hace más de una semana.'],
      ['a', '¡Hola! Ya está en Madrid y el reparto es mañana entre las 9 y las 14 h.'],
      ['c', '¿Puedo cambiar la hora de entrega?'],
      ['a', 'Sí, en el enlace que le envió la empresa de transporte. Si no lo encuentra, se lo reenvío.'],
      ['c', 'Lo tengo, muchas gracias.'],
    ],
  },
  {
    language: 'es',
    shop: 'abroad',
    topic: 'product',
    outcome: 'solved',
    lines: [
      ['c', 'Buenas tardes, ¿la {product} se puede lavar en casa?'],
      ['a', 'Buenas tardes. A mano y con agua fría; no use secadora, por favor.'],
      ['c', 'Perfecto, la compro.'],
    ],
  },
  {
    language: 'ja',
    shop: 'abroad',
    topic: 'return',
    outcome: 'solved',
    lines: [
      ['c', '{product}を注文しましたが、色違いに交換できますか。注文番号は {order} です。'],
      ['a', 'ご連絡ありがとうございます。未使用でしたら交換を承ります。ご希望のお色をお知らせください。'],
      ['c', 'グレーでお願いします。'],
      ['a', 'かしこまりました。本日中に交換品を手配し、発送後にご連絡いたします。'],
      ['c', '助かります。よろしくお願いします。'],
    ],
  },
  {
    language: 'ar',
    shop: 'abroad',
    topic: 'dispatch',
    outcome: 'solved',
    lines: [
      ['c', 'مرحباً، متى سيتم شحن طلبي رقم {order}؟'],
      ['a', 'أهلاً بك! تم تجهيز طلبك وسيغادر المستودع صباح الغد.'],
      ['c', 'هل التوصيل إلى دبي مجاني؟'],
      ['a', 'نعم، التوصيل مجاني للطلبات التي تزيد على 80 دولاراً، وطلبك منها.'],
      ['c', 'شكراً جزيلاً'],
    ],
  },
]
