import type { OrderStage } from '../conversation/state.ts'

/** What may be known of a customer's orders: none, paid and on the way, delivered, or an open case. */
export const orderStates = ['none', 'paid', 'delivered', 'case'] as const
export type OrderState = (typeof orderStates)[number]

/**
 * The stage of a sale in which a customer asks: no order is pre-sales (售前), paid and not delivered in-sales
 * (售中), delivered or with an open case after-sales (售后). Null when nobody can tell.
 */
export function stageOf(orderState: OrderState | null | undefined): OrderStage | null {
  switch (orderState) {
    case 'none':
      return 'pre_sales'
    case 'paid':
      return 'in_sales'
    case 'delivered':
    case 'case':
      return 'after_sales'
    default:
      return null
  }
}
