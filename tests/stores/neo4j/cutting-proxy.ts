/** Stands between a client and a server, and cuts their connections. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A proxy that passes everything on until it is told not to. */
export interface CuttingProxy {
  readonly url: string
  /** How often it has cut. */
  readonly cuts: number
  /** Cuts all connections in the place of the `nth` packet from the server that comes from now on. */
  cutAt(nth: number): void
  /** Cuts all connections in the place of the server's answer to the `nth` commit from now on. */
  cutAtCommit(nth: number): void
  /** From now on nothing passes on the connections that there are, and nobody is told. */
  freeze(): void
  close(): Promise<void>
}

/** A COMMIT message of the Bolt protocol: two bytes long, a structure without fields, and the end of the message. */
const commitMessage = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

/** Starts a proxy before the server at `url`. `onCut` is called after each cut. */
export async function startCuttingProxy(
  url: string,
  onCut: (proxy: CuttingProxy) => void = () => undefined,
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let [packets, commits, cuts] = [Infinity, Infinity, 0]
  const fromClient = (data: Buffer): void => {
    if (!data.includes(commitMessage)) return
    commits -= 1
    if (commits === 0) packets = 1
  }
  /** Whether a packet from the server passes. */
  const passes = (): boolean => {
    packets -= 1
    if (packets > 0) return true
    ;[packets, commits, cuts] = [Infinity, Infinity, cuts + 1]
    for (const socket of sockets) socket.destroy()
    onCut(proxy)
    return false
  }
  const listener = createServer((client) => {
    const server = connect(Number(port), hostname)
    tie(client, server, sockets)
    client.on('data', (data) => {
      fromClient(data)
      server.write(data)
    })
    server.on('data', (data) => {
      if (passes()) client.write(data)
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const proxy: CuttingProxy = {
    url: `bolt://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    get cuts() {
      return cuts
    },
    cutAt: (nth) => void (packets = nth),
    cutAtCommit: (nth) => void (commits = nth),
    freeze: () => {
      for (const socket of sockets) socket.removeAllListeners('data').pause()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
  return proxy
}

/** Where one of two connections ends, the other does too. */
function tie(client: Socket, server: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [
    [client, server],
    [server, client],
  ] as const) {
    sockets.add(socket)
    socket.on('error', () => other.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
}
