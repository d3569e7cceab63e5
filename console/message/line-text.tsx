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

const address = String.raw`\bhttps?:\/\/[^\s<>"'，。；、）】》]+[^\s<>"'，。；、）】》.,;:!?)]`
const plain = new RegExp(address, 'giu')
const withMentions = new RegExp(`${address}|@[\\p{L}\\p{N}_.·-]+`, 'giu')

function pieces(text: string, mentions: boolean): ReactNode[] {
  const parts: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(mentions ? withMentions : plain)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(marked(match[0], match.index))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

function marked(words: string, at: number): ReactNode {
  if (words.startsWith('@')) {
    return (
      <b key={at} className={style.mention}>
        {words}
      </b>
    )
  }
  return (
    <a key={at} href={words} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  )
}
