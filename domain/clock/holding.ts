/**
 * Whether a reply only asks the customer to wait ("one moment, let me check", 稍等，我帮您查一下). Such a reply answers
 * the round but not the question. Precise rather than greedy: the text falls into clauses at its punctuation, each
 * must be a known courtesy or a known way to ask for patience, and one of the latter must be there. A question to the
 * customer, a fact or a promise with a time in it makes it an answer.
 */
export function isHoldingReply(text: string): boolean {
  if (text.length > longest) return false
  const clauses = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu, '')
    .split(
      /[\s,.!~;:…、。，！～；：\-—()[\]]*[,.!~;:…、。，！～；：\-—()[\]\n]+[\s,.!~;:…、。，！～；：\-—()[\]]*/u,
    )
    .flatMap((clause) => splitChinese(clause.trim()))
    .filter((clause) => clause !== '')
  const kinds = clauses.map(kindOf)
  return kinds.includes('wait') && !kinds.includes('other')
}

/** Longer texts say more than "wait". */
const longest = 120

/** In Chinese a space parts clauses as well. */
function splitChinese(clause: string): string[] {
  return /\p{Script=Han}/u.test(clause) ? clause.split(/\s+/) : [clause.replace(/\s+/g, ' ')]
}

function kindOf(clause: string): 'courtesy' | 'wait' | 'other' {
  if (waits.some((pattern) => pattern.test(clause))) return 'wait'
  return courtesies.some((pattern) => pattern.test(clause)) ? 'courtesy' : 'other'
}

const dear = '(?:亲爱的|亲亲|亲|宝贝|宝子|您|你)'
const ending = '(?:哦|噢|喔|哈|呢|呀|啊|哟|吧|的|了|嗷|昂|亲|~)*'
const polite = '(?:好的?|嗯+|麻烦|辛苦|请|烦请|劳烦|还请|那|那么)*'
const we = '(?:我们|我|这边|这里|小二|客服|小妹|小编|妹纸)*'
/** Who looks is we: after 帮, 给, 为 … the customer may be named, in front of it they would look themselves. */
const forYou =
  '(?:(?:来|先|去|就|马上|立即|立刻|这就|现在|正在|正|在|再)*(?:(?:帮|给|为|替|跟|和|向)(?:您|你|亲|仓库|快递|物流|同事|财务|主管|厂家|技术)?)?(?:那边)?(?:来|先|去)*)'
const look = '(?:查询|查看|查|看|核实|核对|确认|了解|咨询|询问|问|联系|处理|反馈|落实|跟进|翻)'
const aBit = '(?:一下下|一下|下|一看|看|一查|查|一问|问|处理中|中)?'
const what =
  '(?:订单|物流|快递|仓库|厂家|同事|财务|技术|情况|进度|记录|信息|库存|这个|这边|具体)*(?:的?(?:情况|信息|进度|状态))?'

const waiting = `${polite}${dear}?${we}${polite}(?:稍微|稍稍|耐心)?(?:稍等|稍候|等|等候|等待)(?:一下下|一下|一等|一会儿|一会|片刻|下|会儿|会|我|我们|几分钟|[一二两三1-5]分钟)*`
const looking = `(?:好的?|嗯+|那么|那)*(?:亲爱的|亲亲|亲|宝贝|宝子)?${we}${forYou}${look}${aBit}${what}${aBit}`

const waits: readonly RegExp[] = [
  new RegExp(`^(?:马上|立即|立刻|这就|马上来)${ending}$`),
  new RegExp(
    `^(?:${waiting}|${looking}|${waiting}${ending}${looking}|${looking}${ending}${waiting})${ending}$`,
  ),
  /^(?:please |pls |just |kindly |if you could )*(?:give|allow|grant) (?:me|us) (?:just )?(?:a|one|1|a few|a couple(?: of)?|two|2|some) (?:moments?|minutes?|mins?|seconds?|secs?|time)(?: please)?(?: (?:to|while|and) .{0,40})?$/,
  /^(?:please |pls |just |only )*(?:a|one|1|half a|a few|two|2|a couple(?: of)?) (?:moments?|minutes?|mins?|seconds?|secs?|sec)(?: please| pls)?(?: while (?:i|we) .{0,40})?$/,
  /^(?:please |pls |just |could you |can you )*(?:hold on|hang on|hold|bear with (?:me|us)|stand by|wait)(?: (?:a|one|1|for a|for one|just a) (?:moment|minute|min|second|sec|bit|little|while))?(?: please| pls)?(?: while (?:i|we) .{0,40})?$/,
  /^(?:please )?(?:let me|let us|i'?ll|i will|i am going to|i'm going to|we'?ll|i'?m|i am|we are|allow me to)(?: just| quickly| now)* (?:check|look|see|find out|have a look|take a look|checking|looking|verify|look up|ask|investigate)(?: (?:on|into|at|up|for|with|about|it|this|that|the|your|our|my|order|orders|details?|status|system|warehouse|courier|team|colleagues?|one|out))*(?: for you)?(?: now| right now| quickly| right away| real quick| first)*$/,
  /^(?:i'?ll|i will) be (?:right|straight) (?:back|with you)(?: in a (?:moment|minute|second))?$/,
  /^be right (?:back|with you)$/,
]

const courtesies: readonly RegExp[] = [
  new RegExp(
    `^(?:${dear}|您好|你好|好|好的|好嘞|好滴|嗯+|恩|在的|在呢|收到|明白|理解|可以|没问题|不好意思|抱歉|非常抱歉|谢谢|感谢|感谢您?的?(?:耐心)?等待|谢谢(?:您|理解|配合|支持)*|麻烦您?了|辛苦(?:您|了)*|请|这边|哈喽|hi|hello)+${ending}$`,
  ),
  /^(?:hi|hello|hey|dear|there|sure|sure thing|ok|okay|yes|of course|certainly|absolutely|no problem|no worries|got it|i see|i understand|alright|all right|right|great|thanks|thank you|thank you so much|thanks a lot|many thanks|sorry|so sorry|i'?m sorry|apologies|my apologies|please|pls|good (?:morning|afternoon|evening)|thank you for (?:your patience|waiting|reaching out|contacting us|your message)|thanks for (?:your patience|waiting|reaching out|contacting us|your message)|sorry (?:for|about) (?:the wait|that|this|the inconvenience|the trouble))(?: there| dear| sir| madam)?$/,
]
