import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectLanguage } from '../server/platform/language/detect.ts'

/** Sentences must be right so often; word pairs and single words are shown only. */
const leastRight = 0.97

interface Score {
  language: string
  texts: number
  right: number
  unsure: number
}

/**
 * `npm run language -- FOLDER`: how often the language is found. The folder holds `sentences`, `word-pairs`
 * and `single-words`, each with files such as `de.txt`, one text a line. Fails when sentences fall below 97 %.
 */
async function main(folder: string | undefined): Promise<void> {
  if (!folder) {
    console.error('Say which folder: npm run language -- FOLDER (with sentences/de.txt and so on).')
    process.exit(1)
  }
  let failed = false
  for (const kind of ['sentences', 'word-pairs', 'single-words']) {
    const scores = await scoresOf(join(folder, kind))
    const share = print(kind, scores)
    if (kind === 'sentences' && !(share >= leastRight)) failed = true
  }
  if (failed) {
    console.error(`Fewer than ${percent(leastRight)} of the sentences were right.`)
    process.exit(1)
  }
}

async function scoresOf(folder: string): Promise<Score[]> {
  const scores: Score[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const language = file.replace('.txt', '')
    const score: Score = { language, texts: 0, right: 0, unsure: 0 }
    for (const text of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (text.trim() === '') continue
      const found = await detectLanguage(text)
      score.texts++
      if (found === language) score.right++
      if (found === null) score.unsure++
    }
    scores.push(score)
  }
  return scores
}

/** Prints one line for all and one for each language; answers the share that was right. */
function print(kind: string, scores: readonly Score[]): number {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0)
  const share = sum((s) => s.right) / sum((s) => s.texts)
  console.log(
    `${kind}: ${percent(share)} right, ${percent(sum((s) => s.unsure) / sum((s) => s.texts))} unsure of ${sum((s) => s.texts)}`,
  )
  console.log(`  ${scores.map((s) => `${s.language} ${percent(s.right / s.texts)}`).join('  ')}`)
  return share
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

await main(process.argv[2])
