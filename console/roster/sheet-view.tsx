import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HandoverSheet } from '../../domain/roster/handover.ts'
import { ask } from '../shell/query-client.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './roster.module.css'

interface SheetViewProps {
  sheet: HandoverSheet
  names: readonly { conversationId: number; customerName: string | null }[]
}

/** What stood open: in hand by person, waiting, promised. */
export function SheetView({ sheet, names }: SheetViewProps) {
  const { t } = useTranslation('roster')
  const staff = useQuery(ask('staff', 'listStaff')).data?.staff ?? []
  const staffName = (id: number | null) => staff.find((one) => one.id === id)?.name ?? ''
  const customer = (id: number) =>
    names.find(({ conversationId }) => conversationId === id)?.customerName ?? t('handover.unnamed')
  const byPerson = [...Map.groupBy(sheet.open, ({ staffId }) => staffId ?? 0)]
  if (sheet.openCount + sheet.waitingCount + sheet.promiseCount === 0) {
    return <p className={style.quiet}>{t('handover.nothing')}</p>
  }
  return (
    <div className={style.parts}>
      {byPerson.map(([staffId, lines]) => (
        <section key={staffId} className={style.part}>
          <h3>{t('handover.open', { name: staffName(staffId), count: lines.length })}</h3>
          <ul className={style.lines}>
            {lines.map((line) => (
              <li key={line.conversationId}>
                <TalkLink id={line.conversationId} name={customer(line.conversationId)} />
                <span className={style.quiet}>{t(`state.${line.state}`)}</span>
                <span className={style.end}>
                  {line.dueAt ? (
                    <Due at={line.dueAt} />
                  ) : (
                    line.waitingSince && <Waits at={line.waitingSince} />
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sheet.waitingCount > 0 && (
        <section className={style.part}>
          <h3>{t('handover.waiting', { count: sheet.waitingCount })}</h3>
          <ul className={style.lines}>
            {sheet.waiting.map((line) => (
              <li key={line.conversationId}>
                <TalkLink id={line.conversationId} name={customer(line.conversationId)} />
                {line.offline && <span className={style.quiet}>{t('handover.offline')}</span>}
                <span className={style.end}>{line.waitingSince && <Waits at={line.waitingSince} />}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sheet.promiseCount > 0 && (
        <section className={style.part}>
          <h3>{t('handover.promises', { count: sheet.promiseCount })}</h3>
          <ul className={style.lines}>
            {sheet.promises.map((promise) => (
              <li key={promise.promiseId}>
                <TalkLink id={promise.conversationId} name={customer(promise.conversationId)} />
                <span className={style.quiet}>{staffName(promise.staffId)}</span>
                <span className={style.end}>
                  <Due at={promise.dueAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function TalkLink({ id, name }: { id: number; name: string }) {
  return (
    <Link to="/inbox/$view" params={{ view: 'all' }} search={{ c: id }}>
      {name}
    </Link>
  )
}

function Due({ at }: { at: string }) {
  const { t } = useTranslation('roster')
  return (
    <>
      {t('handover.due')} <TimeAgo at={at} />
    </>
  )
}

function Waits({ at }: { at: string }) {
  const { t } = useTranslation('roster')
  return (
    <>
      {t('handover.waits')} <TimeAgo at={at} />
    </>
  )
}
