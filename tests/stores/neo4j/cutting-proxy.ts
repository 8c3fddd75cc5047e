/** Stands between a client and a server, and cuts their connections. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A proxy that passes everything on until it is told not to. */
export interface CuttingProxy {
  readonly url: string
  /** How often it has cut. */
  readonly cuts: number
  /**
   * Cuts all connections in the place of the `nth` packet from the server that comes from now on: what the server has said
   * there is lost.
   */
  cutAt(nth: number): void
  /** From now on nothing passes on the connections that there are, and nobody is told. */
  freeze(): void
  close(): Promise<void>
}

/** Starts a proxy before the server at `url`. `onCut` is called after each cut. */
export async function startCuttingProxy(
  url: string,
  onCut: (proxy: CuttingProxy) => void = () => undefined,
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let [left, cuts] = [Infinity, 0]
  const listener = createServer((client) => {
    const server = connect(Number(port), hostname)
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
    client.on('data', (data) => void server.write(data))
    server.on('data', (data) => {
      left -= 1
      if (left <= 0) cut()
      else client.write(data)
    })
  })
  const cut = (): void => {
    ;[left, cuts] = [Infinity, cuts + 1]
    for (const socket of sockets) socket.destroy()
    onCut(proxy)
  }
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const proxy: CuttingProxy = {
    url: `bolt://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    get cuts() {
      return cuts
    },
    cutAt: (nth) => void (left = nth),
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
