import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fillVariables, type ReplyFacts } from '../../domain/canned-reply/variables.ts'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { useColleagues, useShops } from '../conversation/lookups.ts'
import { useMe } from '../shell/me.ts'
import { ask } from '../shell/query-client.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { searchCanned, slashBefore } from './canned-search.ts'
import style from './composer.module.css'
import { atBefore } from './mention.ts'
import type { PickerRow } from './picker.tsx'

/** What is offered for the words before the caret. */
export interface Suggestions {
  kind: 'canned' | 'mention'
  /** Where the `/` or `@` stands. */
  from: number
  rows: PickerRow[]
  picked: { words: string; cannedReplyId?: number; mention?: { id: number; name: string } }[]
}

/** Canned replies after a `/`, and in notes colleagues after an `@`. */
export function useSuggestions(
  conversation: Conversation,
  text: string,
  caret: number,
  note: boolean,
): Suggestions | null {
  const slash = slashBefore(text, caret)
  const at = note ? atBefore(text, caret) : null
  const canned = useCanned(conversation, slash?.query ?? null)
  const colleagues = useMentionable(at?.query ?? null)
  if (at) return { kind: 'mention', from: at.from, ...colleagues }
  if (slash) return { kind: 'canned', from: slash.from, ...canned }
  return null
}

function useCanned(conversation: Conversation, query: string | null) {
  const { t } = useTranslation('message')
  const { brandId } = conversation
  const { data } = useQuery({
    ...ask('cannedReply', 'listCannedReplies', { query: { brandId } }),
    staleTime: 10 * 60_000,
    enabled: query !== null,
  })
  const facts = useFacts(conversation)
  const shop = useShops().get(conversation.shopId)
  const language = conversation.language ?? shop?.languages[0] ?? 'zh-CN'
  return useMemo(() => {
    const found = query === null ? [] : searchCanned(data?.cannedReplies ?? [], query, language)
    const filled = found.map(({ reply, text }) => ({ reply, ...fillVariables(text, facts) }))
    return {
      rows: filled.map(({ reply, text, missing }) => ({
        key: reply.id,
        content: (
          <>
            <b className={style.shortcut}>/{reply.shortcut}</b>
            {reply.ownerId !== null && <small className={style.own}>{t('ownCanned')}</small>}
            <span className={style.optionText} dir="auto">
              {text}
            </span>
            {missing.length > 0 && (
              <small className={style.optionWarn}>{t('unfilledShort', { names: missing.join(', ') })}</small>
            )}
          </>
        ),
      })),
      picked: filled.map(({ reply, text }) => ({ words: text, cannedReplyId: reply.id })),
    }
  }, [query, data, language, facts, t])
}

/** What the variables of a canned reply stand for in this conversation. */
function useFacts({ customerName, shopId }: Conversation): ReplyFacts {
  const me = useMe()
  const shop = useShops().get(shopId)
  return useMemo(
    () => ({ 'customer.name': customerName, 'agent.name': me.name, 'shop.name': shop?.name ?? null }),
    [customerName, me.name, shop],
  )
}

function useMentionable(query: string | null) {
  const colleagues = useColleagues()
  const me = useMe()
  return useMemo(() => {
    const wanted = (query ?? '').toLowerCase()
    const people =
      query === null
        ? []
        : [...colleagues.values()]
            .filter(
              ({ id, suspended, name }) =>
                !suspended && id !== me.staffId && name.toLowerCase().includes(wanted),
            )
            .slice(0, 8)
    return {
      rows: people.map(({ id, name, email }) => ({
        key: id,
        content: (
          <>
            <PersonAvatar name={name} id={id} size={22} />
            <span>{name}</span>
            <small className={style.optionText}>{email}</small>
          </>
        ),
      })),
      picked: people.map(({ id, name }) => ({ words: `@${name} `, mention: { id, name } })),
    }
  }, [query, colleagues, me.staffId])
}
