import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './thread.module.css'

/** Longer texts are folded, in UTF-16 units and lines. */
const longText = 1200
const longLines = 18

/** Words as they were written: line breaks kept, addresses to be followed, no markup understood. */
export function LineText({ text, lang, mentions }: { text: string; lang?: string; mentions: boolean }) {
  const { t } = useTranslation('message')
  const [open, setOpen] = useState(false)
  const long = text.length > longText || text.split('\n').length > longLines
  const shown = long && !open ? folded(text) : text
  const parts = useMemo(() => pieces(shown, mentions), [shown, mentions])
  return (
    <>
      <p className={style.text} dir="auto" lang={lang}>
        {parts}
        {long && !open && '…'}
      </p>
      {long && (
        <button type="button" className={style.unfold} onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? t('fold') : t('unfold', { count: text.length })}
        </button>
      )}
    </>
  )
}

function folded(text: string): string {
  return text
    .split('\n')
    .slice(0, longLines)
    .join('\n')
    .slice(0, longText / 2)
    .toWellFormed()
}

const address = /\bhttps?:\/\/[^\s<>"'，。；、）】》]+[^\s<>"'，。；、）】》.,;:!?)]/giu
const mention = /@[\p{L}\p{N}_.·-]+/gu

function pieces(text: string, mentions: boolean): ReactNode[] {
  return split(text, address, (url, key) => (
    <a key={key} href={url} target="_blank" rel="noopener noreferrer nofollow">
      {url}
    </a>
  )).flatMap((part, index): ReactNode[] =>
    typeof part === 'string' && mentions
      ? split(part, mention, (name, key) => (
          <b key={`${index}-${key}`} className={style.mention}>
            {name}
          </b>
        ))
      : [part],
  )
}

function split(text: string, pattern: RegExp, draw: (match: string, key: number) => ReactNode): ReactNode[] {
  const parts: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(draw(match[0], match.index))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}
