import { Skeleton } from 'antd'
import style from './inbox.module.css'

/** Stands where a conversation will stand. */
export function PaneSkeleton() {
  return (
    <div className={style.paneSkeleton} aria-busy>
      <Skeleton active avatar paragraph={{ rows: 1 }} />
      <Skeleton active paragraph={{ rows: 4 }} />
    </div>
  )
}
