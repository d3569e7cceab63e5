import type { CastShopKey } from '../../domain/cast.ts'
import type { Outcome } from '../../domain/conversation/state.ts'
import type { TopicKey } from './catalogue.ts'

/**
 * A talk as it might go: lines of customer (`c`) and agent (`a`) in turn. `{order}`, `{product}` and `{days}`
 * are filled in differently each time.
 */
export interface Scenario {
  readonly language: 'zh' | 'en' | 'es' | 'ja' | 'ar'
  readonly shop: CastShopKey
  readonly topic: TopicKey
  readonly tag?: string
  readonly outcome: Outcome
  readonly lines: readonly (readonly ['c' | 'a', string])[]
}

const products: Readonly<Record<Scenario['language'], readonly string[]>> = {
  zh: ['亚麻四件套', '胡桃木床头柜', '手工玻璃杯', '羊毛地毯', '藤编收纳篮', '北欧落地灯'],
  en: [
    'linen bedding set',
    'walnut nightstand',
    'hand-blown glasses',
    'wool rug',
    'rattan basket',
    'floor lamp',
  ],
  es: ['juego de sábanas de lino', 'mesita de nogal', 'alfombra de lana', 'lámpara de pie'],
  ja: ['リネンの寝具セット', 'ウォールナットのサイドテーブル', 'ウールのラグ', 'フロアランプ'],
  ar: ['طقم مفارش الكتان', 'طاولة خشب الجوز', 'سجادة الصوف', 'المصباح الأرضي'],
}

/** The scenario's lines with their blanks filled in; the same number always fills them the same way. */
export function filledIn(scenario: Scenario, number: number): Scenario['lines'] {
  const list = products[scenario.language]
  const blanks: Record<string, string> = {
    order: `KP${26_000_000 + ((number * 7919) % 900_000)}`,
    product: list[number % list.length] ?? '',
    days: String(2 + (number % 4)),
  }
  return scenario.lines.map(([by, text]) => [by, text.replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? '')])
}
