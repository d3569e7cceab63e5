import { ArrowLeftOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Input, type InputRef, Select, Skeleton } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTags } from '../conversation/lookups.ts'
import { client } from '../shell/api.ts'
import { useKeys } from '../shell/keys.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import style from './customer.module.css'
import { CustomerPage } from './customer-page.tsx'
import { CustomerRow } from './customer-row.tsx'
import { customersHref, readCustomersSearch } from './customers-search.ts'

/** All customers at the left, one of them with everything at the right. */
export default function CustomersPage() {
  const { t } = useTranslation('customer')
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const search = useMemo(() => readCustomersSearch(raw), [raw])
  const navigate = useNavigate()
  const chosen = Number(params.customerId) || undefined
  const tags = useTags()
  const [text, setText] = useState(search.q ?? '')
  const input = useRef<InputRef>(null)
  useEffect(() => {
    const wanted = text.trim() || undefined
    if (wanted === search.q) return
    const timer = setTimeout(() => {
      void navigate({ href: customersHref(chosen, { ...search, q: wanted }), replace: true })
    }, 200)
    return () => clearTimeout(timer)
  }, [text, search, chosen, navigate])
  useKeys('customer', [{ keys: 'f', does: 'find', run: () => input.current?.focus() }])
  return (
    <div className={style.customers} data-showing={chosen ? 'one' : 'list'}>
      <h1 className="only-heard">{t('customers')}</h1>
      <section className={style.customersList} aria-label={t('customers')}>
        <header className={style.customersHead}>
          <Input
            ref={input}
            allowClear
            prefix={<SearchOutlined aria-hidden />}
            value={text}
            maxLength={100}
            placeholder={t('searchPlaceholder')}
            aria-label={t('searchPlaceholder')}
            onChange={(event) => setText(event.target.value)}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('tags')}
            placeholder={t('anyTag')}
            value={search.tag}
            options={[...tags.values()].map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(tag?: number) => void navigate({ href: customersHref(chosen, { ...search, tag }) })}
          />
        </header>
        <CustomerList key={JSON.stringify(search)} search={search} chosen={chosen} />
      </section>
      <section className={style.customersOne}>
        {chosen ? (
          <>
            <a
              className={style.customersBack}
              href={customersHref(undefined, search)}
              onClick={(event) => {
                event.preventDefault()
                void navigate({ href: customersHref(undefined, search) })
              }}
            >
              <ArrowLeftOutlined aria-hidden /> {t('customers')}
            </a>
            <CustomerPage key={chosen} customerId={chosen} />
          </>
        ) : (
          <EmptyState icon={<UserOutlined />} title={t('chooseTitle')} hint={t('chooseHint')} />
        )}
      </section>
    </div>
  )
}

type Search = ReturnType<typeof readCustomersSearch>

function CustomerList({ search, chosen }: { search: Search; chosen: number | undefined }) {
  const { t } = useTranslation('customer')
  const navigate = useNavigate()
  const query = useInfiniteQuery({
    queryKey: ['customer', 'list', search] as const,
    queryFn: ({ pageParam }) =>
      client.customer.listCustomers({ query: { text: search.q, tagId: search.tag, before: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.customers) ?? [], [query.data])
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 60,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 10) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, last, rows.length, fetchNextPage])
  if (query.isPending) {
    return (
      <div className={style.skeleton} aria-busy>
        <Skeleton active avatar paragraph={{ rows: 1 }} />
        <Skeleton active avatar paragraph={{ rows: 1 }} />
      </div>
    )
  }
  if (query.isError && rows.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (rows.length === 0) {
    const found = search.q !== undefined || search.tag !== undefined
    return (
      <EmptyState
        icon={<UserOutlined />}
        title={t(found ? 'foundNone' : 'none')}
        hint={t(found ? 'foundNoneHint' : 'noneHint')}
      />
    )
  }
  return (
    <div ref={box} className={style.rows}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const customer = rows[item.index]
          if (!customer) return null
          const href = customersHref(customer.id, search)
          return (
            <div
              key={item.key}
              className={style.rowPlace}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <CustomerRow
                customer={customer}
                href={href}
                chosen={customer.id === chosen}
                onOpen={() => void navigate({ href })}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
