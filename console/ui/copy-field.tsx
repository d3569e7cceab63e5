import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './copy-field.module.css'

/** A line or block of text to be taken along, with a button that copies it. */
export function CopyField({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation('shell')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    setCopied(await copyText(text))
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className={style.field}>
      <code className={style.text} title={label}>
        {text}
      </code>
      <Button
        type="text"
        size="small"
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void copy()}
        className={style.button}
      >
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  )
}

/** Copies text; where the page is not served safely and the browser refuses, by a selection. Answers whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const worked = document.execCommand('copy')
  area.remove()
  return worked
}
