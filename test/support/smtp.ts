import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly from: string
  readonly to: string[]
  readonly subject: string
  /** Its plain-text part. */
  readonly text: string
  readonly raw: string
}

/** A mail server of the test's own, on this machine. */
export interface SmtpServer {
  readonly url: string
  /** The next mail; waits for it. */
  next(): Promise<ReceivedMail>
  /** Refuses the next so many mails with a passing fault. */
  refuse(count: number): void
  close(): Promise<void>
}

export async function openSmtp(): Promise<SmtpServer> {
  const arrived: ReceivedMail[] = []
  const waiting: ((mail: ReceivedMail) => void)[] = []
  const sockets = new Set<Socket>()
  let refusing = 0
  const take = (mail: ReceivedMail) => {
    const waiter = waiting.shift()
    if (waiter) waiter(mail)
    else arrived.push(mail)
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    speak(socket, () => refusing-- > 0, take)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => {
      const mail = arrived.shift()
      return mail ? Promise.resolve(mail) : new Promise((resolve) => waiting.push(resolve))
    },
    refuse: (count) => {
      refusing = count
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The server's side of RFC 5321, as far as one client needs it. */
function speak(socket: Socket, refuses: () => boolean, take: (mail: ReceivedMail) => void): void {
  let unread = ''
  let data: string | null = null
  let envelope = { from: '', to: [] as string[] }
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 mail.test ready')
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    unread += chunk
    for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
      const line = unread.slice(0, end)
      unread = unread.slice(end + 2)
      if (data === null) command(line)
      else if (line === '.') finish(data)
      else data += `${line.replace(/^\./, '')}\r\n`
    }
  })
  const finish = (raw: string) => {
    data = null
    take(readMail(raw, envelope))
    envelope = { from: '', to: [] }
    say('250 taken')
  }
  const command = (line: string) => {
    const [, address = ''] = line.match(/<([^>]*)>/) ?? []
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say('250 mail.test')
    else if (verb === 'MAIL') {
      if (refuses()) return say('451 try again later')
      envelope.from = address
      say('250 ok')
    } else if (verb === 'RCPT') {
      envelope.to.push(address)
      say('250 ok')
    } else if (verb === 'DATA') {
      data = ''
      say('354 go on')
    } else if (verb === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 ok')
    return undefined
  }
}

function readMail(raw: string, envelope: { from: string; to: string[] }): ReceivedMail {
  const [, subject = ''] = raw.match(/^Subject: ((?:.|\r\n[ \t])*)/im) ?? []
  const part = raw.split(/\r\n--/).find((piece) => /^Content-Type: text\/plain/im.test(piece)) ?? ''
  const [, encoding = ''] = part.match(/^Content-Transfer-Encoding: (\S+)/im) ?? []
  const body = part.slice(part.indexOf('\r\n\r\n') + 4)
  return { ...envelope, raw, subject: decodeWords(subject), text: decodeBody(body, encoding) }
}

function decodeWords(header: string): string {
  return header
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeQuoted(text.replaceAll('_', ' ')),
    )
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
