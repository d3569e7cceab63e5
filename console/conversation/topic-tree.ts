import { inLanguage, type Localized } from '../../domain/localized.ts'

interface Topic {
  id: number
  brandId: number
  parentId: number | null
  stage: string
  name: Localized
  order: number
  archived: boolean
}

export interface TopicNode {
  value: number | string
  title: string
  /** Stages are headings and cannot be chosen. */
  selectable: boolean
  children: TopicNode[]
}

/** The topics of a brand as a tree under their stages; archived ones are left out with what stands under them. */
export function topicTree(
  topics: readonly Topic[],
  brandId: number,
  language: string,
  stageName: (stage: string) => string,
): TopicNode[] {
  const usable = topics.filter((topic) => topic.brandId === brandId && !topic.archived)
  const under = (parentId: number | null, stage: string): TopicNode[] =>
    usable
      .filter((topic) => topic.parentId === parentId && topic.stage === stage)
      .sort((a, b) => a.order - b.order || a.id - b.id)
      .map((topic) => ({
        value: topic.id,
        title: inLanguage(topic.name, language),
        selectable: true,
        children: under(topic.id, stage),
      }))
  const stages = [...new Set(usable.map((topic) => topic.stage))]
  return stages.flatMap((stage) => {
    const children = under(null, stage)
    return children.length === 0 ? [] : [stem(stage, children, stageName)]
  })
}

/** A stage above its topics; a stem that says the same as its stage stands for it. */
function stem(stage: string, children: TopicNode[], stageName: (stage: string) => string): TopicNode {
  const [only] = children
  const title = stageName(stage)
  if (children.length === 1 && only && only.title === title) return only
  return { value: stage, title, selectable: false, children }
}
