/** Listens on a port of this machine as something else than a Neo4j that stancegraph can use. */
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** Something that listens. */
export interface Listener {
  readonly port: number
  readonly close: () => void
}

/** Does something with each connection. */
export function listen(serve: (socket: Socket) => void): Promise<Listener> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    serve(socket)
  })
  return listening(server, () => sockets.forEach((socket) => socket.destroy()))
}

/** Answers as a web server. */
export function listenAsWeb(): Promise<Listener> {
  return listening(
    createHttpServer((_request, response) => response.end('Hello.')),
    () => undefined,
  )
}

/** Answers everything in Bolt 4.4 with success, and says that its name is `agent`. */
export function listenAsBolt(agent: string): Promise<Listener> {
  return listen((socket) => {
    socket.once('data', () => {
      socket.write(Uint8Array.of(0, 0, 4, 4))
      socket.on('data', (sent: Buffer) => {
        for (const signature of signaturesIn(sent)) socket.write(answerTo(signature, agent))
      })
    })
  })
}

function listening(server: Server, disconnect: () => void): Promise<Listener> {
  const close = () => {
    server.close()
    disconnect()
  }
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ port: (server.address() as AddressInfo).port, close })
    })
  })
}

/** Of each message, what it asks for. A message is one chunk: its length, a structure, and an empty chunk. */
function* signaturesIn(sent: Buffer): Generator<number> {
  for (let at = 0; at + 4 <= sent.length; at += 4 + sent.readUInt16BE(at)) yield sent.readUInt8(at + 3)
}

const hello = 0x01
const goodbye = 0x02

/** SUCCESS, with what a client wants to know: after HELLO, whom it speaks to, and after others, that there are no columns. */
function answerTo(signature: number, agent: string): Uint8Array {
  if (signature === goodbye) return Uint8Array.of()
  const entries =
    signature === hello
      ? [packed('server', string(agent)), packed('connection_id', string('bolt-1'))]
      : [packed('fields', Uint8Array.of(0x90))]
  const message = Buffer.concat([Uint8Array.of(0xb1, 0x70, 0xa0 + entries.length), ...entries])
  return Buffer.concat([Uint8Array.of(0, message.length), message, Uint8Array.of(0, 0)])
}

function packed(key: string, value: Uint8Array): Uint8Array {
  return Buffer.concat([string(key), value])
}

function string(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  return Buffer.concat([Uint8Array.of(0xd0, bytes.length), bytes])
}
